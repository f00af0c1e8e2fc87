import { useTranslation } from 'react-i18next';
import classes from './Prompts.module.css';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

export function ChoicePrompt({ prompt }: PromptProps<'choice'>) {
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const earlier = useEarlier('choice')?.option;
  return (
    <fieldset className={classes.replies} aria-label={t('prompt.choice')}>
      {prompt.options.map(({ id, label, disabled = false }) => (
        <button
          key={id}
          type="button"
          className={classes.reply}
          disabled={isBusy || disabled}
          aria-current={id === earlier || undefined}
          onClick={() => void answer({ kind: 'choice', option: id }, label)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
