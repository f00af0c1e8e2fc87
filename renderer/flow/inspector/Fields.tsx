import { Accordion } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../preload/contract';
import type { FormContext, Json } from './field-props';
import { useOffers } from './fields/use-offers';
import classes from './Inspector.module.css';
import { itemsOf } from './list-items';
import { visibleFields } from './visible-fields';

interface Props {
  fields: readonly FormField[];
  values: Readonly<Record<string, Json>>;
  form: FormContext;
  render(field: FormField): ReactNode;
}

/** The fields that the settings ask for; what is rarely changed is folded away while it is in order. */
export function Fields({ fields, values, form, render }: Props) {
  const { t } = useTranslation('flow');
  const visible = visibleFields(fields, values, useOffers());
  const more = visible.filter(({ isMore }) => isMore);
  const hasProblem = more.some((field) => hasError(field, values[field.key], form));
  const [open, setOpen] = useState(hasProblem);
  useEffect(() => {
    if (hasProblem) setOpen(true);
  }, [hasProblem]);
  return (
    <>
      {visible.filter(({ isMore }) => !isMore).map(render)}
      {more.length > 0 && (
        <Accordion
          variant="contained"
          chevronPosition="left"
          value={open ? 'more' : null}
          onChange={(value) => setOpen(value !== null)}
        >
          <Accordion.Item value="more">
            <Accordion.Control>{t('inspector.more')}</Accordion.Control>
            <Accordion.Panel>
              <div className={classes.more}>{more.map(render)}</div>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </>
  );
}

function hasError(field: FormField, value: Json | undefined, form: FormContext): boolean {
  if (form.errorAt(field.path, value) !== undefined) return true;
  if (field.kind !== 'list') return false;
  return itemsOf(value).some((item) =>
    field.fields.some((inner) => hasError(inner, item[inner.key], form)),
  );
}
