import type { TFunction } from 'i18next';
import type { EffectiveRule } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { formatDay } from '../ui/format';
import { daysOf, type Span, type SwitchedOff, type TableAnswer } from './answers';

/** More names than these are only counted. */
const NAMED_MODULES = 3;

type Words = TFunction<['retention', 'app']>;

export interface AnswerWords {
  /** How long, in a few words. */
  kept: string;
  /** Why; null where there is more than one reason. */
  why: string | null;
  /** Each reason with its days, where there is more than one. */
  spans: string[];
  /** Modules that store nothing here although others do. */
  off: string[];
  entries: string;
  /** When entries go by themselves, which a hold keeps, and what was stored under other rules. */
  notes: string[];
}

/** Says an answer in sentences; `moduleName` names modules. */
export function answerWords(
  answer: TableAnswer,
  t: Words,
  moduleName: (place: EffectiveRule) => string,
): AnswerWords {
  const { spans, off } = answer;
  const modules = (places: readonly EffectiveRule[]) => modulesIn(places, moduleName, t);
  const [only, ...others] = spans;
  const isOne = only !== undefined && others.length === 0;
  const isNone = only === undefined;
  return {
    kept: keptIn(answer, t),
    why: isOne
      ? t('answers.because', { why: whyOf(only, modules, t) })
      : isNone && off[0]
        ? offIn(off[0], modules, t)
        : null,
    spans: isOne ? [] : spans.map((span) => spanIn(span, modules, t)),
    off: isNone ? [] : off.map(({ places }) => t('answers.alsoOff', { modules: modules(places) })),
    entries: t('answers.entries', { count: answer.rows }),
    notes: notesOf(answer, t),
  };
}

type NameModules = (places: readonly EffectiveRule[]) => string;

/** In one piece, wherever the line ends. */
const dayIn = (ms: number): string => formatDay(ms).replaceAll(' ', '\u00a0');

/** How long a table's entries stay: the days, their range, or that nothing new is stored. */
function keptIn({ spans, off, isFromActivity }: TableAnswer, t: Words): string {
  const range = daysOf(spans);
  if (range === null) {
    const isOff = off.some(({ by }) => by !== 'module');
    return t(isOff ? 'answers.storesNothing' : 'answers.noModule');
  }
  const days = daysIn(range, t);
  const isRange = range.min !== range.max;
  if (isFromActivity) {
    return t(isRange ? 'answers.keptRangeActivity' : 'answers.keptActivity', { days });
  }
  return t(isRange ? 'answers.keptRange' : 'answers.kept', { days });
}

export function daysIn({ min, max }: { min: number; max: number }, t: Words): string {
  return min === max ? t('app:units.days', { count: max }) : t('app:units.dayRange', { min, max });
}

function spanIn(span: Span, modules: NameModules, t: Words): string {
  const days = t('app:units.days', { count: span.days });
  return t('answers.span', { days, why: whyOf(span, modules, t) });
}

function whyOf({ decider, places }: Span, modules: NameModules, t: Words): string {
  if (decider === 'workspace' || decider === 'table') return t(`answers.why.${decider}`);
  return t(`answers.why.${decider}`, { count: places.length, modules: modules(places) });
}

function offIn({ by, places }: SwitchedOff, modules: NameModules, t: Words): string {
  return by === 'module'
    ? t('answers.off.module', { modules: modules(places) })
    : t(`answers.off.${by}`);
}

function notesOf(answer: TableAnswer, t: Words): string[] {
  const { rows, held, heldPast, spans, olderUntilMs, isFromActivity } = answer;
  const go = goIn(answer, t);
  return [
    ...(go === null ? [] : [isFromActivity ? `${go}, ${t('answers.unlessActive')}` : go]),
    ...(olderUntilMs !== null && spans.length > 0
      ? [t('answers.older', { day: dayIn(olderUntilMs) })]
      : []),
    ...(held > 0 && rows > 0 ? [t('answers.held', { count: held })] : []),
    ...(heldPast > 0 ? [t('answers.heldPast', { count: heldPast })] : []),
  ];
}

function goIn({ rows, held, firstExpiryMs, lastExpiryMs }: TableAnswer, t: Words): string | null {
  if (firstExpiryMs === null || lastExpiryMs === null) return null;
  const [first, last] = [dayIn(firstExpiryMs), dayIn(lastExpiryMs)];
  if (first !== last) return t('answers.go', { first, last });
  return t(rows - held === 1 ? 'answers.goes' : 'answers.goAtOnce', { day: first });
}

/** “Email” in “Hello World” and two more modules. */
function modulesIn(
  places: readonly EffectiveRule[],
  moduleName: (place: EffectiveRule) => string,
  t: Words,
): string {
  const names = new Set(
    places.map((place) =>
      t('answers.module', { module: moduleName(place), experience: place.experienceName }),
    ),
  );
  const named = [...names].slice(0, NAMED_MODULES);
  const more = names.size - named.length;
  const all = more > 0 ? [...named, t('answers.moreModules', { count: more })] : named;
  return new Intl.ListFormat(currentLanguage()).format(all);
}
