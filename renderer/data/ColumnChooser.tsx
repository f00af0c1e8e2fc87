import { Button, Checkbox, Divider, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ColumnView } from '../../preload/contract';
import { useDataStore } from './data-store';
import { columnLabel } from './labels';
import { useRowsStore } from './rows-store';

interface Props {
  columns: ColumnView[];
  visibility: Record<string, boolean>;
}

export function ColumnChooser({ columns, visibility }: Props) {
  const { t } = useTranslation('data');
  const { chooseColumn, resetColumns } = useDataStore();
  const filled = useRowsStore((state) => state.filled);
  const group = (technical: boolean) =>
    columns
      .filter((column) => column.technical === technical)
      .map(({ name }) => (
        <Checkbox
          key={name}
          size="xs"
          checked={visibility[name] ?? false}
          label={
            <>
              {columnLabel(name, t)}
              {!filled.has(name) && (
                <Text span inherit c="dimmed">{` (${t('columnChooser.empty')})`}</Text>
              )}
            </>
          }
          onChange={(event) => chooseColumn(name, event.currentTarget.checked)}
        />
      ));

  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Columns3 size={16} aria-hidden />}>
          {t('columnChooser.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <ScrollArea.Autosize mah="min(560px, 45vh)">
          <Stack gap={10} pr="sm" role="group" aria-label={t('columnChooser.open')}>
            {group(false)}
            <Divider label={t('columnChooser.technical')} labelPosition="left" />
            {group(true)}
          </Stack>
        </ScrollArea.Autosize>
        <Button variant="subtle" size="compact-xs" mt="sm" onClick={resetColumns}>
          {t('columnChooser.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
