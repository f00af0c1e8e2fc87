import { Button, Group, Text } from '@mantine/core';
import { FileDown, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ColumnView } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { ColumnChooser } from './ColumnChooser';
import { useDataStore } from './data-store';

interface Props {
  columns: ColumnView[];
  visibility: Record<string, boolean>;
  onExport: () => void;
  onDeleteAll: () => void;
}

export function TableToolbar({ columns, visibility, onExport, onDeleteAll }: Props) {
  const { t } = useTranslation('data');
  const { rows, total } = useDataStore();
  const mayDelete = useMay('data.deleteAll');
  const mayExport = useMay('exports.prepare');
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" role="status" mr="auto">
        {rows && t('rows', { count: total })}
      </Text>
      <ColumnChooser columns={columns} visibility={visibility} />
      {mayDelete && (
        <Button
          variant="default"
          leftSection={<Trash2 size={16} aria-hidden />}
          disabled={total === 0}
          onClick={onDeleteAll}
        >
          {t('deleteAll.action')}
        </Button>
      )}
      {mayExport && (
        <Button
          leftSection={<FileDown size={16} aria-hidden />}
          disabled={total === 0}
          onClick={onExport}
        >
          {t('exportCsv')}
        </Button>
      )}
    </Group>
  );
}
