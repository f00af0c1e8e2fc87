import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Prompts.module.css';

/** As main takes at most. */
const MAX_WORDS = 500;

interface Props {
  /** The option that asks for them. */
  label: string;
  value: string;
  onChange(value: string): void;
}

/** The text that belongs to an option such as "Other". */
export function OwnWords({ label, value, onChange }: Props) {
  const { t } = useTranslation('chat');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The option has just been chosen: what it asks for comes next.
  useEffect(() => input.current?.focus(), []);
  return (
    <div className={classes.labelled}>
      <label htmlFor={id}>{t('prompt.ownWords', { label })}</label>
      <input
        id={id}
        ref={input}
        className={classes.tall}
        value={value}
        maxLength={MAX_WORDS}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
