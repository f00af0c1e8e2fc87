import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnWords } from './OwnWords';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

export function ChoicePrompt({ prompt }: PromptProps<'choice'>) {
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const earlier = useEarlier('choice');
  const isTold = prompt.options.some(({ id, takesText }) => takesText && id === earlier?.option);
  const [open, setOpen] = useState<string | null>(isTold && earlier ? earlier.option : null);
  const [words, setWords] = useState(earlier?.text ?? '');
  const told = prompt.options.find(({ id }) => id === open);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!told || !words.trim()) return;
    const shownAs = `${told.label}: ${words.trim()}`;
    void answer({ kind: 'choice', option: told.id, text: words }, shownAs);
  };

  return (
    <form className={classes.form} onSubmit={send}>
      <fieldset className={classes.replies} aria-label={t('prompt.choice')}>
        {prompt.options.map(({ id, label, takesText, disabled = false }) => (
          <button
            key={id}
            type="button"
            className={classes.reply}
            disabled={isBusy || disabled}
            aria-current={id === earlier?.option || undefined}
            {...(takesText && { 'aria-expanded': open === id })}
            onClick={() =>
              takesText
                ? setOpen(open === id ? null : id)
                : void answer({ kind: 'choice', option: id }, label)
            }
          >
            {label}
          </button>
        ))}
      </fieldset>
      {told && (
        <>
          <OwnWords label={told.label} value={words} onChange={setWords} />
          <SendButton disabled={!words.trim()} />
        </>
      )}
    </form>
  );
}
