import { MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { FormField } from '../../../preload/contract';
import type { FieldProps, FormContext } from './field-props';
import { SPECIAL_FIELDS } from './fields';
import { OptionsField } from './fields/OptionsField';
import { ListField } from './ListField';
import { RichTextField } from './rich/RichTextField';
import { VerbatimField } from './rich/VerbatimField';

/** Fewer options are found faster than typed. */
const SEARCHED_FROM = 10;

/** One input, chosen by the kind of field. */
export function SettingField(props: FieldProps) {
  const { field, value, form, hidesLabel, beside, onChange, onChangeAll } = props;
  const label = form.labels[field.path] ?? field.key;
  const common = {
    ...(hidesLabel ? { 'aria-label': label } : { label }),
    description: form.hints[field.path],
    error: form.errorAt(field.path, value),
    'data-field': field.path,
  };
  const input = { ...common, withAsterisk: field.required };
  const text = typeof value === 'string' ? value : '';

  switch (field.kind) {
    case 'text':
    case 'url':
      return (
        <TextInput
          {...input}
          type={field.kind}
          value={text}
          maxLength={field.maxLength}
          spellCheck={field.kind === 'text'}
          onChange={(event) => onChange(event.currentTarget.value, field.path)}
        />
      );
    case 'longText': {
      const Long = field.isRich ? RichTextField : VerbatimField;
      return (
        <Long
          input={input}
          value={text}
          moduleId={form.moduleId}
          maxLength={field.maxLength}
          onChange={(next) => onChange(next, field.path)}
        />
      );
    }
    case 'number':
      return (
        <NumberInput
          {...input}
          value={typeof value === 'number' ? value : ''}
          {...(field.min !== undefined && { min: field.min })}
          {...(field.max !== undefined && { max: field.max })}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined, field.path)}
        />
      );
    case 'switch':
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked, field.path)}
        />
      );
    case 'select':
      return (
        <Select
          {...input}
          allowDeselect={false}
          searchable={field.options.length > SEARCHED_FROM}
          value={text || (field.initial ?? null)}
          data={optionsOf(field, form)}
          onChange={(next) => next !== null && onChange(next, field.path)}
        />
      );
    case 'multiSelect':
      return (
        <MultiSelect
          {...input}
          searchable={field.options.length > SEARCHED_FROM}
          value={Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []}
          data={optionsOf(field, form)}
          onChange={(next) => onChange(next, field.path)}
        />
      );
    case 'variable':
    case 'expression':
    case 'date':
    case 'dateTime':
    case 'time':
    case 'timeZone':
    case 'image':
    case 'sound':
    case 'video':
    case 'module':
    case 'experience':
    case 'codePool':
    case 'legalText': {
      const Special = SPECIAL_FIELDS[field.kind];
      return (
        <Special
          input={input}
          value={text}
          moduleId={form.moduleId}
          maxLength={field.maxLength}
          legalKind={field.legalKind}
          mayRepeat={field.mayRepeat}
          mayHaveTime={field.mayHaveTime}
          onChange={(next) => onChange(next, field.path)}
        />
      );
    }
    case 'options':
      return (
        <OptionsField
          field={field}
          value={value}
          form={form}
          beside={beside}
          onChangeAll={onChangeAll}
          input={common}
        />
      );
    case 'list':
      return (
        <ListField
          field={field}
          value={value}
          form={form}
          beside={beside}
          onChangeAll={onChangeAll}
          onChange={onChange}
          Field={SettingField}
        />
      );
  }
}

function optionsOf(
  field: Extract<FormField, { kind: 'select' | 'multiSelect' }>,
  { labels }: FormContext,
): { value: string; label: string }[] {
  return field.options.map((option) => ({
    value: option,
    label: labels[`${field.path}.${option}`] ?? option,
  }));
}
