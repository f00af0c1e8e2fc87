import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChatLocale } from '../use-chat-words';
import prompts from './Prompts.module.css';
import { SendButton } from './SendButton';
import classes from './Slider.module.css';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

/** Nothing is chosen before it is touched: where the handle happens to stand is no answer. */
export function SliderPrompt({ prompt }: PromptProps<'slider'>) {
  const { min, max, step, unit, minLabel, maxLabel, initial } = prompt;
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const language = useChatLocale();
  const ends = useId();
  const middle = min + Math.round((max - min) / step / 2) * step;
  const known = useEarlier('slider')?.value ?? initial;
  const [at, setAt] = useState(known ?? middle);
  const [isChosen, setIsChosen] = useState(known !== undefined);
  const shown = (value: number): string =>
    [value.toLocaleString(language, { maximumFractionDigits: 3 }), unit].filter(Boolean).join(' ');

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isChosen) void answer({ kind: 'slider', value: at }, shown(at));
  };
  const choose = () => setIsChosen(true);

  return (
    <form className={prompts.form} onSubmit={send}>
      <output className={classes.value} data-open={!isChosen || undefined}>
        {isChosen ? shown(at) : t('prompt.notMoved')}
      </output>
      <input
        type="range"
        className={classes.slider}
        data-first
        data-open={!isChosen || undefined}
        aria-label={t('prompt.scale', { min: shown(min), max: shown(max) })}
        aria-describedby={ends}
        aria-valuetext={isChosen ? shown(at) : t('prompt.notMoved')}
        min={min}
        max={max}
        step={step}
        value={at}
        onChange={(event) => {
          setAt(Number(event.currentTarget.value));
          choose();
        }}
        // The number in the middle is chosen by a tap on it, or by the space bar.
        onPointerUp={choose}
        onKeyDown={(event) => event.code === 'Space' && choose()}
      />
      <p id={ends} className={prompts.ends}>
        <span>{minLabel || shown(min)}</span>
        <span>{maxLabel || shown(max)}</span>
      </p>
      <SendButton disabled={!isChosen} />
    </form>
  );
}
