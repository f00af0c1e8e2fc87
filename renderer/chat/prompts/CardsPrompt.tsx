import { useTranslation } from 'react-i18next';
import { addressOfMedia, type Prompt } from '../../../preload/contract';
import { MarkedLine } from '../MarkedText';
import classes from './Prompts.module.css';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

type Option = Extract<Prompt, { kind: 'choice' }>['options'][number];

/** Options that show more than their name. */
export function CardsPrompt({ prompt }: PromptProps<'choice'>) {
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const earlier = useEarlier('choice')?.option;
  return (
    <fieldset className={classes.cards} aria-label={t('prompt.choice')}>
      {prompt.options.map((option) =>
        option.isPicture ? (
          <div key={option.id} className={classes.card} data-picture>
            <CardContent option={option} />
          </div>
        ) : (
          <button
            key={option.id}
            type="button"
            className={classes.card}
            disabled={isBusy || (option.disabled ?? false)}
            aria-current={option.id === earlier || undefined}
            onClick={() => void answer({ kind: 'choice', option: option.id }, option.label)}
          >
            <CardContent option={option} />
          </button>
        ),
      )}
    </fieldset>
  );
}

function CardContent({ option: { label, text, image, alt = '', button } }: { option: Option }) {
  return (
    <>
      {image !== undefined && <img src={addressOfMedia(image)} alt={alt} />}
      <span className={classes.cardTitle}>{label}</span>
      {text !== undefined && (
        <span className={classes.cardText}>
          <MarkedLine text={text} hasLinks={false} />
        </span>
      )}
      {button !== undefined && <span className={classes.cardButton}>{button}</span>}
    </>
  );
}
