import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

export function ChoicesPrompt({ prompt: { options, min, max } }: PromptProps<'choices'>) {
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const hint = useId();
  const limit = howMany(min, max, options.length);
  const earlier = useEarlier('choices');
  const [picked, setPicked] = useState<readonly string[]>(() =>
    options.map(({ id }) => id).filter((id) => earlier?.options.includes(id)),
  );

  const send = (event: FormEvent) => {
    event.preventDefault();
    const chosen = options.filter(({ id }) => picked.includes(id));
    const shownAs = chosen.map(({ label }) => label).join(', ') || t('prompt.none');
    void answer({ kind: 'choices', options: chosen.map(({ id }) => id) }, shownAs);
  };
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);

  return (
    <form className={classes.form} onSubmit={send}>
      <fieldset className={classes.list} aria-label={t('prompt.choices')} aria-describedby={hint}>
        {options.map(({ id, label, text, image, disabled = false }) => (
          <label key={id} className={classes.tick}>
            <input
              type="checkbox"
              checked={picked.includes(id)}
              disabled={disabled || (picked.length >= max && !picked.includes(id))}
              onChange={() => toggle(id)}
            />
            {image !== undefined && <img src={image} alt="" />}
            <span>
              {label}
              {text !== undefined && <span className={classes.hint}>{text}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p id={hint} className={classes.hint} aria-live="polite">
        {limit !== null && t(`prompt.howMany.${limit}`, { min, max })}
      </p>
      <SendButton disabled={picked.length < min} />
    </form>
  );
}

/** Which limits are worth a word. */
function howMany(min: number, max: number, of: number) {
  if (min === max) return 'exactly';
  if (min > 0 && max < of) return 'range';
  if (min > 0) return 'atLeast';
  return max < of ? 'atMost' : null;
}
