import { Star } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Prompts.module.css';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

export function ScalePrompt({ prompt }: PromptProps<'scale'>) {
  const { look, min, max, minLabel, maxLabel } = prompt;
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const earlier = useEarlier('scale')?.value;
  const ends = useId();
  const values = Array.from({ length: Math.max(0, max - min + 1) }, (_, index) => min + index);
  const isStars = look === 'stars';
  return (
    <div className={classes.form}>
      <fieldset
        className={classes.scale}
        data-look={look}
        data-many={values.length > 7 || undefined}
        aria-label={t('prompt.scale', { min, max })}
        aria-describedby={ends}
        onKeyDown={moveByArrows}
      >
        {values.map((value) => (
          <button
            key={value}
            type="button"
            className={isStars ? classes.star : classes.point}
            disabled={isBusy}
            aria-current={value === earlier || undefined}
            aria-label={t(isStars ? 'prompt.stars' : 'prompt.points', { count: value, max })}
            onClick={() =>
              void answer({ kind: 'scale', value }, t('prompt.points', { count: value, max }))
            }
          >
            {isStars ? <Star size="1.9em" aria-hidden /> : value}
          </button>
        ))}
      </fieldset>
      <p id={ends} className={classes.ends}>
        <span>{minLabel}</span>
        <span>{maxLabel}</span>
      </p>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

/** Where one reads from the right, the next is on the left. */
function stepOf({ key, currentTarget }: KeyboardEvent<HTMLElement>): number | undefined {
  const step = STEPS[key];
  const isSideways = key === 'ArrowRight' || key === 'ArrowLeft';
  const isReversed = isSideways && getComputedStyle(currentTarget).direction === 'rtl';
  return isReversed && step !== undefined ? -step : step;
}

function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = stepOf(event);
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[at + step]?.focus();
}
