import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../preload/contract';
import { Fields } from './Fields';
import type { FieldProps, FormContext } from './field-props';
import { ItemControls, type ItemPosition } from './ItemControls';
import classes from './ListField.module.css';
import type { Item } from './list-items';

interface Props {
  position: ItemPosition;
  item: Item;
  fields: readonly FormField[];
  form: FormContext;
  Field: ComponentType<FieldProps>;
  onChange(item: Item, group: string): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** Items of one field are rows of inputs, which the list's own label explains. */
export function ListItem({ position, item, fields, form, Field, ...changes }: Props) {
  const { onChange, onMove, onRemove } = changes;
  const { t } = useTranslation('flow');
  return (
    <fieldset
      aria-label={t('inspector.item', { number: position.number })}
      className={classes.item}
      data-compact={fields.length === 1 || undefined}
      data-item={item.id}
    >
      <div className={classes.fields}>
        <Fields
          fields={fields}
          values={item}
          form={form}
          render={(field) => (
            <Field
              key={field.key}
              field={field}
              value={item[field.key]}
              form={form}
              hidesLabel={fields.length === 1}
              beside={item}
              onChangeAll={(values, group) =>
                onChange({ ...item, ...values, id: item.id }, `${item.id}:${group}`)
              }
              onChange={(value, group) => {
                const { [field.key]: _, ...rest } = item;
                const changed = value === undefined ? rest : { ...item, [field.key]: value };
                onChange({ ...changed, id: item.id }, `${item.id}:${group}`);
              }}
            />
          )}
        />
      </div>
      <ItemControls position={position} onMove={onMove} onRemove={onRemove} />
    </fieldset>
  );
}
