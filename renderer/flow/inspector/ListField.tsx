import { ActionIcon, Button, Input, Text, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../preload/contract';
import type { FieldProps } from './field-props';
import classes from './ListField.module.css';
import { type Item, itemsOf, moveItem, newItem } from './list-items';
import { SettingField } from './SettingField';

type ListFormField = Extract<FormField, { kind: 'list' }>;

/** Items that can be added, removed and put in order. */
export function ListField({ field, value, form, onChange }: FieldProps<ListFormField>) {
  const { t } = useTranslation('flow');
  const items = itemsOf(value);
  const root = useRef<HTMLFieldSetElement>(null);
  const error = form.errorAt(field.path, value);
  const isFull = field.max !== undefined && items.length >= field.max;

  const add = () => {
    const item = newItem(field.fields);
    onChange([...items, item], `${field.path}+${item.id}`);
    setTimeout(() => {
      root.current
        ?.querySelector<HTMLElement>(
          `[data-item="${item.id}"] input, [data-item="${item.id}"] textarea`,
        )
        ?.focus();
    });
  };

  return (
    <fieldset ref={root} className={classes.list}>
      <legend className={classes.legend}>
        <Input.Label labelElement="div" required={field.required}>
          {form.labels[field.path] ?? field.key}
        </Input.Label>
      </legend>
      {items.map((item, index) => (
        <ItemRow
          key={item.id}
          number={index + 1}
          item={item}
          controls={
            <ItemControls
              number={index + 1}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              onMove={(by) => onChange(moveItem(items, index, index + by), `${field.path}~`)}
              onRemove={() => onChange(items.toSpliced(index, 1), `${field.path}-${item.id}`)}
            />
          }
        >
          {field.fields.map((part) => (
            <SettingField
              key={part.key}
              field={part}
              value={item[part.key]}
              form={form}
              onChange={(next, group) => {
                const { [part.key]: _, ...rest } = item;
                const changed: Item =
                  next === undefined ? { ...rest, id: item.id } : { ...item, [part.key]: next };
                onChange(items.with(index, changed), `${item.id}:${group}`);
              }}
            />
          ))}
        </ItemRow>
      ))}
      {!isFull && (
        <Button
          variant="default"
          size="xs"
          className={classes.add}
          leftSection={<Plus size={14} aria-hidden />}
          onClick={add}
          data-field={field.path}
          aria-invalid={error !== undefined}
        >
          {form.labels[`${field.path}.item`] ?? t('inspector.addItem')}
        </Button>
      )}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4}>
          {error}
        </Text>
      )}
    </fieldset>
  );
}

interface RowProps {
  number: number;
  item: Item;
  controls: ReactNode;
  children: ReactNode;
}

function ItemRow({ number, item, controls, children }: RowProps) {
  const { t } = useTranslation('flow');
  return (
    <fieldset
      aria-label={t('inspector.item', { number })}
      className={classes.item}
      data-item={item.id}
    >
      <div className={classes.fields}>{children}</div>
      {controls}
    </fieldset>
  );
}

interface ControlProps {
  number: number;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

function ItemControls({ number, isFirst, isLast, onMove, onRemove }: ControlProps) {
  const { t } = useTranslation('flow');
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
          <ActionIcon size="sm" aria-label={label} disabled={disabled} onClick={run}>
            <Icon size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
