import { ActionIcon, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './ListField.module.css';

export interface ItemPosition {
  number: number;
  isFirst: boolean;
  isLast: boolean;
}

interface Props {
  position: ItemPosition;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

export function ItemControls({ position, onMove, onRemove }: Props) {
  const { t } = useTranslation('flow');
  const { number, isFirst, isLast } = position;
  const actions = [
    {
      key: 'up',
      label: t('inspector.moveUp', { number }),
      Icon: ChevronUp,
      disabled: isFirst,
      run: () => onMove(-1),
    },
    {
      key: 'down',
      label: t('inspector.moveDown', { number }),
      Icon: ChevronDown,
      disabled: isLast,
      run: () => onMove(1),
    },
    {
      key: 'remove',
      label: t('inspector.removeItem', { number }),
      Icon: Trash2,
      disabled: false,
      run: onRemove,
    },
  ].filter(({ key }) => key === 'remove' || !(isFirst && isLast));
  return (
    <div className={classes.controls}>
      {actions.map(({ key, label, Icon, disabled, run }) => (
        <Tooltip key={key} label={label}>
          <ActionIcon
            size={24}
            className={classes.control}
            aria-label={label}
            disabled={disabled}
            onClick={run}
          >
            <Icon size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
