import { Button, Input, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type ComponentType, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../preload/contract';
import type { FieldProps } from './field-props';
import { TimeZoneNote } from './fields/TimeZoneNote';
import classes from './ListField.module.css';
import { ListItem } from './ListItem';
import { itemsOf, moveItem, newItem } from './list-items';

type ListFormField = Extract<FormField, { kind: 'list' }>;

interface Props extends FieldProps<ListFormField> {
  /** The input of one setting of an item, which may be a list again. */
  Field: ComponentType<FieldProps>;
}

/** Items that can be added, removed and put in order. */
export function ListField({ field, value, form, onChange, Field }: Props) {
  const { t } = useTranslation('flow');
  const items = itemsOf(value);
  const root = useRef<HTMLFieldSetElement>(null);
  const error = form.errorAt(field.path, value);
  const added = useRef<string | null>(null);
  const isFull = field.max !== undefined && items.length >= field.max;

  const add = () => {
    const item = newItem(field.fields);
    added.current = item.id;
    onChange([...items, item], `${field.path}+${item.id}`);
    setTimeout(() => {
      root.current
        ?.querySelector<HTMLElement>(
          `[data-item="${item.id}"] :is(input, textarea, [contenteditable="true"])`,
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
        <ListItem
          key={item.id}
          position={{ number: index + 1, isFirst: index === 0, isLast: index === items.length - 1 }}
          item={item}
          fields={field.fields}
          form={form}
          startsOpen={items.length === 1 || item.id === added.current}
          Field={Field}
          onChange={(changed, group) => onChange(items.with(index, changed), group)}
          onMove={(by) => onChange(moveItem(items, index, index + by), `${field.path}~`)}
          onRemove={() => onChange(items.toSpliced(index, 1), `${field.path}-${item.id}`)}
        />
      ))}
      {items.length > 0 && field.fields.some(isMoment) && <TimeZoneNote moduleId={form.moduleId} />}
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

/** Whether a time zone says which moment it is. */
function isMoment(field: FormField): boolean {
  return field.kind === 'dateTime' || (field.kind === 'date' && field.mayHaveTime === true);
}
