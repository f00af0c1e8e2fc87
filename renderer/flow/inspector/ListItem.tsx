import { Text, UnstyledButton } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../preload/contract';
import { currentLanguage } from '../../app/i18n';
import type { FieldProps, FormContext } from './field-props';
import { useOffers } from './fields/use-offers';
import { hasError } from './has-error';
import { ItemControls, type ItemPosition } from './ItemControls';
import { summaryOfItem } from './item-summary';
import classes from './ListField.module.css';
import type { Item } from './list-items';
import { useFold } from './use-fold';
import { visibleFields } from './visible-fields';

interface Props {
  position: ItemPosition;
  item: Item;
  fields: readonly FormField[];
  form: FormContext;
  /** One that was just added, or is the only one. */
  startsOpen: boolean;
  Field: ComponentType<FieldProps>;
  onChange(item: Item, group: string): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** Items of a field or two are rows of inputs; those of many fields fold to a line that sums them up. */
export function ListItem(props: Props) {
  const { position, item, fields, form, startsOpen, onMove, onRemove } = props;
  const { t } = useTranslation('flow');
  const id = useId();
  const summary = summaryOfItem(fields, item, { labels: form.labels, language: currentLanguage() });
  const layout = layoutOf(fields);
  const hasProblem = fields.some((field) => hasError(field, item[field.key], form));
  const [isOpen, setOpen] = useFold(startsOpen, hasProblem);
  const controls = <ItemControls position={position} onMove={onMove} onRemove={onRemove} />;
  return (
    <fieldset
      aria-label={t('inspector.item', { number: position.number })}
      className={classes.item}
      data-layout={layout}
      data-item={item.id}
    >
      {layout === 'folding' && (
        <>
          <div className={classes.head}>
            <UnstyledButton
              className={classes.fold}
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              <ChevronDown size={16} aria-hidden className={classes.chevron} />
              <Text span size="sm" fw={550} lineClamp={2}>
                {summary.title || t('inspector.item', { number: position.number })}
              </Text>
            </UnstyledButton>
            {controls}
          </div>
          {!isOpen && summary.details.length > 0 && (
            <Text size="xs" c="dimmed" lineClamp={4} className={classes.details}>
              {summary.details.join(' · ')}
            </Text>
          )}
        </>
      )}
      <div id={id} className={classes.fields}>
        {(layout !== 'folding' || isOpen) && <ItemFields {...props} layout={layout} />}
      </div>
      {layout !== 'folding' && controls}
    </fieldset>
  );
}

function ItemFields({
  position,
  item,
  fields,
  form,
  layout,
  Field,
  onChange,
}: Props & { layout: Layout }) {
  // The list's own label explains the only field, and the first of several rows those below it.
  const hidesLabel = layout === 'compact' || (layout === 'row' && position.number > 1);
  return visibleFields(fields, item, useOffers()).map((field) => (
    <Field
      key={field.key}
      field={field}
      value={item[field.key]}
      form={form}
      hidesLabel={hidesLabel}
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
  ));
}

type Layout = 'compact' | 'row' | 'stacked' | 'folding';

const MOST_WITHOUT_FOLDING = 3;

function layoutOf(fields: readonly FormField[]): Layout {
  const [first, second] = fields;
  if (fields.length === 1) return 'compact';
  if (fields.length === 2 && first?.kind === 'text' && second?.kind === 'number') return 'row';
  const isLong = fields.length > MOST_WITHOUT_FOLDING || fields.some(({ kind }) => kind === 'list');
  return isLong ? 'folding' : 'stacked';
}
