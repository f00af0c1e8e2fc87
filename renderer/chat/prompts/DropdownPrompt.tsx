import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnWords } from './OwnWords';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

/** The list of the system: it can be typed into, scrolled and read out like any other. */
export function DropdownPrompt({ prompt: { options } }: PromptProps<'choice'>) {
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const earlier = useEarlier('choice');
  const [id, setId] = useState(earlier?.option ?? '');
  const [words, setWords] = useState(earlier?.text ?? '');
  const chosen = options.find((option) => option.id === id);
  const isOpen = !chosen || (chosen.takesText === true && !words.trim());

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isOpen) return;
    const { label, takesText } = chosen;
    void answer(
      { kind: 'choice', option: id, ...(takesText && { text: words }) },
      takesText ? `${label}: ${words.trim()}` : label,
    );
  };

  return (
    <form className={classes.form} onSubmit={send}>
      <select
        className={classes.tall}
        aria-label={t('prompt.choice')}
        data-first
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      >
        <option value="">{t('prompt.choose')}</option>
        {options.map(({ id, label, disabled = false }) => (
          <option key={id} value={id} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      {chosen?.takesText && <OwnWords label={chosen.label} value={words} onChange={setWords} />}
      <SendButton disabled={isOpen} />
    </form>
  );
}
