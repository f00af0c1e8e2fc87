import { ActionIcon } from '@mantine/core';
import { FlexRender, type Row } from '@tanstack/react-table';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RowView } from '../../preload/contract';
import classes from './DataTable.module.css';
import type { features } from './data-columns';

interface Props {
  row: Row<typeof features, RowView>;
  /** Null where the role may only look. */
  onDelete: (() => void) | null;
}

export function DataCells({ row, onDelete }: Props) {
  const { t } = useTranslation('data');
  return (
    <>
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id}>
          <FlexRender cell={cell} />
        </td>
      ))}
      {onDelete && (
        <td className={classes.actions}>
          <ActionIcon
            tabIndex={-1}
            aria-label={t('deleteRow.action')}
            title={t('deleteRow.action')}
            onClick={onDelete}
          >
            <Trash2 size={16} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </td>
      )}
    </>
  );
}
