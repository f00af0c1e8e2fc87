import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOfMedia } from '../../../preload/contract';
import cards from './CardTicks.module.css';
import { OwnWords } from './OwnWords';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

type Option = PromptProps<'choices'>['prompt']['options'][number];

export function ChoicesPrompt({ prompt }: PromptProps<'choices'>) {
  const { options, min, max, look = 'list' } = prompt;
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const hint = useId();
  const countable = options.filter(({ excludesOthers }) => !excludesOthers).length;
  const limit = howMany(min, max, countable);
  const earlier = useEarlier('choices');
  const [picked, setPicked] = useState<readonly string[]>(() =>
    options.map(({ id }) => id).filter((id) => earlier?.options.includes(id)),
  );
  const [words, setWords] = useState(earlier?.text ?? '');
  const chosen = options.filter(({ id }) => picked.includes(id));
  const told = chosen.find(({ takesText }) => takesText);
  const isNone = chosen.some(({ excludesOthers }) => excludesOthers);
  const isReady = (isNone || picked.length >= min) && (!told || words.trim() !== '');

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const shown = chosen.map(({ label, takesText }) =>
      takesText ? `${label}: ${words.trim()}` : label,
    );
    const ids = chosen.map(({ id }) => id);
    const given = { kind: 'choices' as const, options: ids, ...(told && { text: words }) };
    void answer(given, shown.join(', ') || t('prompt.none'));
  };
  const isFull = (option: Option): boolean =>
    !isNone && !option.excludesOthers && picked.length >= max && !picked.includes(option.id);

  return (
    <form className={classes.form} onSubmit={send}>
      <fieldset
        className={look === 'cards' ? classes.cards : classes.list}
        aria-label={t('prompt.choices')}
        aria-describedby={hint}
      >
        {options.map((option) => (
          <Tick
            key={option.id}
            option={option}
            look={look}
            isPicked={picked.includes(option.id)}
            isDisabled={option.disabled === true || isFull(option)}
            onToggle={() => setPicked(toggled(option, picked, options))}
          />
        ))}
      </fieldset>
      {told && <OwnWords label={told.label} value={words} onChange={setWords} />}
      <p id={hint} className={classes.hint} aria-live="polite">
        {limit !== null && t(`prompt.howMany.${limit}`, { min, max })}
      </p>
      <SendButton disabled={!isReady} />
    </form>
  );
}

interface TickProps {
  option: Option;
  look: 'list' | 'cards';
  isPicked: boolean;
  isDisabled: boolean;
  onToggle(): void;
}

function Tick({ option, look, isPicked, isDisabled, onToggle }: TickProps) {
  const { label, text, image, alt = '' } = option;
  const picture = image !== undefined && <img src={addressOfMedia(image)} alt={alt} />;
  return (
    <label className={look === 'cards' ? cards.cardTick : classes.tick}>
      {look === 'cards' && picture}
      <input type="checkbox" checked={isPicked} disabled={isDisabled} onChange={onToggle} />
      {look === 'list' && picture}
      <span>
        {label}
        {text !== undefined && <span className={classes.hint}>{text}</span>}
      </span>
    </label>
  );
}

/** An option that excludes others takes their place, and makes way for any of them. */
function toggled(option: Option, picked: readonly string[], options: readonly Option[]): string[] {
  if (picked.includes(option.id)) return picked.filter((id) => id !== option.id);
  if (option.excludesOthers) return [option.id];
  const excluding = new Set(
    options.flatMap(({ id, excludesOthers }) => (excludesOthers ? id : [])),
  );
  return [...picked.filter((id) => !excluding.has(id)), option.id];
}

/** Which limits are worth a word. */
function howMany(min: number, max: number, of: number) {
  if (min === max) return 'exactly';
  if (min > 0 && max < of) return 'range';
  if (min > 0) return 'atLeast';
  return max < of ? 'atMost' : null;
}
