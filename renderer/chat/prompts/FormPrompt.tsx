import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ANSWER_LENGTH } from '../../../preload/contract';
import { useChatPlace } from '../chat-context';
import { DayField } from './DayField';
import { type FormField, inLines, shownFields, valuesOf } from './form-fields';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { formatAttributes } from './text-format';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

export function FormPrompt({ prompt }: PromptProps<'form'>) {
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const form = useRef<HTMLFormElement>(null);
  const earlier = useEarlier('form')?.values ?? {};
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(prompt.fields.map(({ id, initial = '' }) => [id, earlier[id] ?? initial])),
  );
  const [missing, setMissing] = useState<readonly string[]>([]);
  const fields = shownFields(prompt, values);
  const entered = valuesOf(fields, values);
  const typedIn = (id: string): string => entered[id] ?? '';

  const send = (event: FormEvent) => {
    event.preventDefault();
    const blank = fields.filter(({ id, required }) => required && !typedIn(id).trim());
    setMissing(blank.map(({ id }) => id));
    const [first] = blank;
    if (first) {
      const input = form.current?.elements.namedItem(first.id);
      if (input instanceof HTMLElement) input.focus();
      return;
    }
    const shown = inLines(fields, (field) => shownValue(field, typedIn(field.id)));
    void answer({ kind: 'form', values: entered }, shown || t('prompt.none'));
  };

  return (
    <form ref={form} className={classes.form} onSubmit={send} noValidate>
      {fields.map((field) => (
        <InputField
          key={field.id}
          field={field}
          value={typedIn(field.id)}
          isMissing={missing.includes(field.id)}
          onChange={(value) => setValues({ ...values, [field.id]: value })}
        />
      ))}
      <SendButton />
    </form>
  );
}

interface FieldProps {
  field: FormField;
  value: string;
  isMissing: boolean;
  onChange(value: string): void;
}

function InputField({ field, value, isMissing, onChange }: FieldProps) {
  const { t } = useTranslation('chat');
  const { isKiosk } = useChatPlace();
  const id = useId();
  const { label, format, required, options } = field;
  const common = {
    id,
    name: field.id,
    className: classes.input,
    value,
    'aria-required': required,
    'aria-invalid': isMissing,
    'aria-describedby': `${id}-error`,
    autoComplete: isKiosk ? 'off' : (field.autocomplete ?? 'off'),
  };
  const change = (event: { currentTarget: { value: string } }) =>
    onChange(event.currentTarget.value);
  return (
    <div className={classes.labelled}>
      <label htmlFor={id}>
        {label}
        {!required && <span className={classes.hint}> {t('prompt.optionalField')}</span>}
      </label>
      {options ? (
        <select {...common} onChange={change}>
          <option value="">{t('prompt.choose')}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      ) : format === 'longText' ? (
        <textarea {...common} rows={3} maxLength={MAX_ANSWER_LENGTH} onChange={change} />
      ) : format === 'date' ? (
        <DayField {...common} called={label} maxLength={MAX_ANSWER_LENGTH} onChange={onChange} />
      ) : (
        <input
          {...common}
          {...formatAttributes[format]}
          maxLength={MAX_ANSWER_LENGTH}
          onChange={change}
        />
      )}
      <p id={`${id}-error`} className={classes.error} role={isMissing ? 'alert' : undefined}>
        {isMissing && t('prompt.fillIn', { label })}
      </p>
    </div>
  );
}

function shownValue({ options }: FormField, value: string): string {
  return options?.find(({ id }) => id === value)?.label ?? value.trim();
}
