import { useTranslation } from 'react-i18next';
import { MarkedText } from '../MarkedText';
import classes from './Prompts.module.css';
import { type PromptProps, useAnswer } from './use-answer';

/** Options that show more than their name. */
export function CardsPrompt({ prompt }: PromptProps<'choice'>) {
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  return (
    <fieldset className={classes.cards} aria-label={t('prompt.choice')}>
      {prompt.options.map(({ id, label, text, image, disabled = false }) => (
        <button
          key={id}
          type="button"
          className={classes.card}
          disabled={isBusy || disabled}
          onClick={() => void answer({ kind: 'choice', option: id }, label)}
        >
          {image !== undefined && <img src={image} alt="" />}
          <span className={classes.cardTitle}>{label}</span>
          {text !== undefined && (
            <span className={classes.cardText}>
              <MarkedText text={text} />
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
