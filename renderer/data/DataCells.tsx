import { ActionIcon, Checkbox } from '@mantine/core';
import { FlexRender, type Row } from '@tanstack/react-table';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RowView } from '../../preload/contract';
import { FROZEN } from '../ui/VirtualGrid';
import classes from './DataTable.module.css';
import type { features } from './data-columns';
import { useRowsStore } from './rows-store';

interface Props {
  row: Row<typeof features, RowView>;
  /** Null where the role may only look. */
  onDelete: (() => void) | null;
}

export function DataCells({ row, onDelete }: Props) {
  const { t } = useTranslation('data');
  return (
    <>
      {onDelete && (
        <td className={classes.select} data-select>
          <SelectBox id={row.original.id} />
        </td>
      )}
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id}>
          <FlexRender cell={cell} />
        </td>
      ))}
      {onDelete && (
        <td className={`${classes.actions} ${FROZEN}`}>
          <ActionIcon
            tabIndex={-1}
            variant="subtle"
            className={classes.action}
            aria-label={t('deleteRow.action')}
            title={t('deleteRow.action')}
            onClick={(event) => {
              event.stopPropagation();
              onDelete();
            }}
          >
            <Trash2 size={16} strokeWidth={1.75} aria-hidden />
          </ActionIcon>
        </td>
      )}
    </>
  );
}

/** The row's own click, which knows of Shift, does what a click on it asks for. */
function SelectBox({ id }: { id: number }) {
  const { t } = useTranslation('data');
  const isSelected = useRowsStore(({ selected }) => selected.has(id));
  return (
    <Checkbox
      size="xs"
      tabIndex={-1}
      aria-label={t('selection.row')}
      checked={isSelected}
      onChange={() => undefined}
    />
  );
}
