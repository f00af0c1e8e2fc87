import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect } from 'react';
import { onEvent } from '../app/client';
import { useNow } from '../ui/use-now';
import { useDataStore } from './data-store';
import { useRowsStore } from './rows-store';

/** A list of a million rows takes a moment: while many chats go on, one after the other is enough. */
const BURST_MS = 200;
const BURST_MS_PER_ROW = 0.002;

/** Opens the screen's data, follows what main reports, and drops rows the moment they expire. */
export function useFreshData(): void {
  const open = useDataStore((state) => state.open);
  const refresh = useDataStore((state) => state.refresh);
  const complete = useRowsStore((state) => state.complete);
  const pages = useRowsStore((state) => state.pages);
  const total = useRowsStore((state) => state.total);
  const refreshSoon = useDebouncedCallback(
    () => void refresh(),
    BURST_MS + total * BURST_MS_PER_ROW,
  );
  const now = useNow();

  useEffect(() => void open(), [open]);

  useEffect(() => onEvent('data.changed', () => refreshSoon()), [refreshSoon]);

  useEffect(() => onEvent('data.listed', complete), [complete]);

  useEffect(() => {
    const rows = [...pages.values()].flat();
    if (rows.some((row) => row && Number(row.cells.expires_at) <= now)) refreshSoon();
  }, [pages, now, refreshSoon]);
}
