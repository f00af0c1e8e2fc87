import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect } from 'react';
import { onEvent } from '../app/client';
import { useNow } from '../ui/use-now';
import { useDataStore } from './data-store';

const BURST_MS = 200;

/** Opens the screen's data, follows what main reports, and drops rows the moment they expire. */
export function useFreshData(): void {
  const open = useDataStore((state) => state.open);
  const refresh = useDataStore((state) => state.refresh);
  const refreshSoon = useDebouncedCallback(() => void refresh(), BURST_MS);
  const rows = useDataStore((state) => state.rows);
  const now = useNow();

  useEffect(() => void open(), [open]);

  useEffect(() => onEvent('data.changed', () => refreshSoon()), [refreshSoon]);

  useEffect(() => {
    if (rows?.some(({ cells }) => Number(cells.expires_at) <= now)) refreshSoon();
  }, [rows, now, refreshSoon]);
}
