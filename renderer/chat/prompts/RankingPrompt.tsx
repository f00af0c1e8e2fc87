import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import prompts from './Prompts.module.css';
import classes from './Ranking.module.css';
import { moved } from './reorder';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';
import { useDragOrder } from './use-drag-order';

type Option = PromptProps<'ranking'>['prompt']['options'][number];

/** A list to be put in order by dragging, by buttons or by the arrow keys on an item. */
export function RankingPrompt({ prompt: { options, top } }: PromptProps<'ranking'>) {
  const { t } = useTranslation('chat');
  const { answer, isBusy } = useAnswer();
  const list = useRef<HTMLOListElement>(null);
  const earlier = useEarlier('ranking')?.options ?? [];
  const [order, setOrder] = useState(() => inOrder(options, earlier));
  const [said, setSaid] = useState('');

  const place = (from: number, to: number): void => {
    const next = moved(order, from, to);
    setOrder(next);
    const at = Math.min(Math.max(to, 0), order.length - 1);
    const label = next[at]?.label ?? '';
    setSaid(t('prompt.ranked', { label, place: at + 1, of: order.length }));
  };
  const placeOf = (id: string): number => order.findIndex((option) => option.id === id);
  const { held, handle } = useDragOrder(list, (id, over) => place(placeOf(id), placeOf(over)));

  const send = (event: FormEvent) => {
    event.preventDefault();
    const ranked = order.slice(0, top);
    const shownAs = ranked.map(({ label }, at) => `${at + 1}. ${label}`).join('\n');
    void answer({ kind: 'ranking', options: ranked.map(({ id }) => id) }, shownAs);
  };

  return (
    <form className={prompts.form} onSubmit={send}>
      <p className={prompts.hint}>
        {top < order.length ? t('prompt.rankFirst', { count: top }) : t('prompt.rankAll')}
      </p>
      <ol ref={list} className={classes.list} aria-label={t('prompt.ranking')}>
        {order.map((option, at) => (
          <Item
            key={option.id}
            option={option}
            at={at}
            of={order.length}
            isRanked={at < top}
            isHeld={held === option.id}
            isBusy={isBusy}
            handle={handle(option.id)}
            onMove={(by) => place(at, at + by)}
          />
        ))}
      </ol>
      <span className={classes.said} aria-live="polite">
        {said}
      </span>
      <SendButton />
    </form>
  );
}

/** Those that were ranked before come first, as they were ranked. */
function inOrder(options: readonly Option[], ranked: readonly string[]): readonly Option[] {
  const first = ranked.flatMap((id) => options.find((option) => option.id === id) ?? []);
  return [...first, ...options.filter((option) => !first.includes(option))];
}

interface ItemProps {
  option: Option;
  at: number;
  of: number;
  isRanked: boolean;
  isHeld: boolean;
  isBusy: boolean;
  handle: ReturnType<ReturnType<typeof useDragOrder>['handle']>;
  onMove(by: number): void;
}

const KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function Item({
  option: { id, label },
  at,
  of,
  isRanked,
  isHeld,
  isBusy,
  handle,
  onMove,
}: ItemProps) {
  const { t } = useTranslation('chat');
  const moveByKey = (event: KeyboardEvent): void => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li
      className={classes.item}
      data-item={id}
      data-held={isHeld || undefined}
      data-ranked={isRanked || undefined}
    >
      <button
        type="button"
        className={classes.handle}
        aria-label={t('prompt.rankItem', { label, place: at + 1, of })}
        aria-keyshortcuts="ArrowUp ArrowDown"
        disabled={isBusy}
        {...handle}
        onKeyDown={moveByKey}
      >
        <GripVertical size="1.1em" aria-hidden />
        <span className={classes.place} data-place={isRanked ? at + 1 : '–'} />
        <span className={classes.label}>{label}</span>
      </button>
      <button
        type="button"
        className={classes.move}
        aria-label={t('prompt.rankUp', { label })}
        disabled={isBusy || at === 0}
        onClick={() => onMove(-1)}
      >
        <ArrowUp size="1.2em" aria-hidden />
      </button>
      <button
        type="button"
        className={classes.move}
        aria-label={t('prompt.rankDown', { label })}
        disabled={isBusy || at === of - 1}
        onClick={() => onMove(1)}
      >
        <ArrowDown size="1.2em" aria-hidden />
      </button>
    </li>
  );
}
