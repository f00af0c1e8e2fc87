import { ActionIcon } from '@mantine/core';
import { FlexRender, type Row } from '@tanstack/react-table';
import { Trash2 } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowView } from '../../preload/contract';
import classes from './DataTable.module.css';
import type { features } from './data-columns';

interface Props {
  id: string;
  row: Row<typeof features, RowView>;
  index: number;
  isActive: boolean;
  style: CSSProperties;
  onActivate: () => void;
  onDelete: () => void;
}

export function DataRow({ id, row, index, isActive, style, onActivate, onDelete }: Props) {
  const { t } = useTranslation('data');
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={classes.row}
      style={style}
      onClick={onActivate}
    >
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} className={classes.cell}>
          <FlexRender cell={cell} />
        </td>
      ))}
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
    </tr>
  );
}
