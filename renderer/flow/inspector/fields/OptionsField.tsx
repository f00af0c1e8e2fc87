import { MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../preload/contract';
import type { FieldProps } from '../field-props';
import { chosenOf, type OptionChoice, optionChoices } from './option-choices';
import { useOffers } from './use-offers';

interface Props
  extends Pick<
    FieldProps<Extract<FormField, { kind: 'options' }>>,
    'field' | 'value' | 'form' | 'beside' | 'onChangeAll'
  > {
  input: { label?: string; 'aria-label'?: string; error?: ReactNode; 'data-field': string };
}

/** Stands for a text of the author's own, which the input below takes. */
const TEXT = ' text';

const SEARCHED_FROM = 10;

/** Options of a variable by their labels, kept by their ids; or a text, where it is set otherwise. */
export function OptionsField({ field, value, form, beside, onChangeAll, input }: Props) {
  const { t } = useTranslation('flow');
  const [wantsText, setWantsText] = useState(false);
  const offer = useOffers().get(String(beside[field.variable] ?? '').trim());
  const ids = Array.isArray(value) ? value.map(String) : [];
  const choices = optionChoices(offer, ids, {
    missing: t('fields.options.missing'),
    unnamed: t('fields.options.unnamed'),
  });
  const chosen = chosenOf(choices, ids);
  const text = String(beside[field.text] ?? '');
  const hasText = wantsText || text !== '';

  const choose = (picked: readonly string[]): void => {
    setWantsText(picked.includes(TEXT));
    const kept = choices.filter(({ value }) => picked.includes(value)).flatMap(({ ids }) => ids);
    const keepsText = picked.includes(TEXT);
    onChangeAll({ [field.key]: kept, ...(!keepsText && { [field.text]: '' }) }, field.path);
  };

  const several = field.severalWhen.values.some((each) => each === beside[field.severalWhen.key]);
  const data = [...choices.map(optionOf), { value: TEXT, label: t('fields.options.text') }];
  const picked = [...chosen.map(({ value }) => value), ...(hasText ? [TEXT] : [])];
  const common = { ...input, data, searchable: data.length > SEARCHED_FROM };
  return (
    <Stack gap={6}>
      {several || picked.length > 1 ? (
        <MultiSelect {...common} value={picked} onChange={choose} />
      ) : (
        <Select
          {...common}
          value={picked[0] ?? null}
          placeholder={t('fields.options.choose')}
          allowDeselect={false}
          onChange={(next) => choose(next === null ? [] : [next])}
        />
      )}
      {hasText && (
        <TextInput
          label={form.labels[`${parentOf(field.path)}${field.text}`] ?? field.text}
          data-field={`${parentOf(field.path)}${field.text}`}
          error={form.errorAt(`${parentOf(field.path)}${field.text}`, text)}
          value={text}
          onChange={(event) => {
            setWantsText(true);
            onChangeAll({ [field.text]: event.currentTarget.value }, `${field.path}.text`);
          }}
        />
      )}
    </Stack>
  );
}

function optionOf({ value, label }: OptionChoice) {
  return { value, label };
}

/** `rules.` of `rules.options`. */
function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}
