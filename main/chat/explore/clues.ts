import type { Graph } from '../../../preload/contract';
import { instantOf, localTime } from '../engine/local-time';

/** What a chat compares answers with, as far as its settings say it. */
export interface Clues {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  readonly days: readonly string[];
}

const MAX_CLUES = 12;
const MAX_INSTANTS = 24;
/** Settings that are compared with what somebody answers, whatever their module. */
const COMPARED = new Set(['value', 'expression', 'solution', 'solutions', 'code', 'codes']);
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

export function cluesOf(graph: Graph): Clues {
  const compared = settingsOf(graph)
    .filter(({ key }) => COMPARED.has(key))
    .flatMap(({ key, value }) => (key === 'expression' ? literalsIn(value) : [value]));
  const texts = distinct(compared.filter((text) => text !== '' && !text.includes('${')));
  const numbers = texts.filter((text) => /^-?\d+(\.\d+)?$/.test(text)).map(Number);
  return {
    texts: texts.slice(0, MAX_CLUES),
    numbers: distinct(numbers.flatMap((number) => [number, number - 1, number + 1])).slice(0, 18),
    days: distinct(compared.flatMap((text) => text.match(DAY) ?? [])).slice(0, MAX_CLUES),
  };
}

/** Texts and numbers that an expression mentions. */
function literalsIn(expression: string): string[] {
  const quoted = [...expression.matchAll(/"([^"]*)"|'([^']*)'/g)];
  const rest = expression.replaceAll(/"[^"]*"|'[^']*'/g, ' ');
  return [
    ...quoted.map(([, double, single]) => double ?? single ?? ''),
    ...(rest.match(/(?<![A-Za-z_])\d+(\.\d+)?/g) ?? []),
  ];
}

interface Setting {
  readonly type: string;
  readonly key: string;
  readonly value: string;
}

function settingsOf({ modules }: Graph): Setting[] {
  const found: Setting[] = [];
  const walk = (type: string, key: string, value: unknown): void => {
    if (typeof value === 'string' && value.length <= 500) found.push({ type, key, value });
    else if (typeof value === 'number') found.push({ type, key, value: String(value) });
    else if (Array.isArray(value)) for (const item of value) walk(type, key, item);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(type, name, inner);
    }
  };
  for (const { type, settings } of modules) walk(type, '', settings);
  return found;
}

/**
 * Other instants at which the chat may go elsewhere: around the days and times that its settings name, on
 * each day of a week where one has opening hours, and before and after an Advent.
 */
export function instantsOf(graph: Graph, nowMs: number, timeZone: string): number[] {
  const today = localTime(nowMs, timeZone).slice(0, 10);
  const at = (day: string, time: string): number => instantOf(`${day}T${time}`, timeZone);
  const settings = settingsOf(graph).filter(({ key }) => !['text', 'expression'].includes(key));
  const named = settings.flatMap((setting) => instantsNear(setting, today, at));
  const has = (type: string): boolean => graph.modules.some((module) => module.type === type);
  const advent = ['11-20', '12-28'].map((day) => at(`${today.slice(0, 4)}-${day}`, '12:00'));
  return distinct([
    ...(has('advent_door') ? advent : []),
    ...(has('opening_hours')
      ? weekOf(settings, nowMs, (ms, time) => at(dayOf(ms, timeZone), time))
      : []),
    ...named,
  ])
    .filter((instant) => Number.isFinite(instant) && instant > 0)
    .slice(0, MAX_INSTANTS);
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOMENT = /^(\d{4}-)?\d{2}-\d{2}([T ]\d{2}:\d{2})?$/;

/** Just before and after what a setting names, and a day later, when a whole day is over. */
function instantsNear(
  { type, key, value }: Setting,
  today: string,
  at: (day: string, time: string) => number,
): number[] {
  const year = today.slice(0, 4);
  if (MOMENT.test(value)) {
    const [date = '', time = '00:00'] = value.split(/[T ]/);
    const instant = at(date.length === 5 ? `${year}-${date}` : date, time);
    return [instant - MINUTE_MS, instant + MINUTE_MS, instant + DAY_MS + MINUTE_MS];
  }
  if (TIME.test(value)) return [at(today, value) - MINUTE_MS, at(today, value) + MINUTE_MS];
  if (type === 'advent_door' && key === 'day') {
    return [at(`${year}-12-${value.padStart(2, '0')}`, '12:00')];
  }
  return [];
}

/** Just after the first time that opening hours name, on each day of the next week. */
function weekOf(
  settings: readonly Setting[],
  nowMs: number,
  at: (dayMs: number, time: string) => number,
): number[] {
  const opens = settings.find(({ type, value }) => type === 'opening_hours' && TIME.test(value));
  const days = [1, 2, 3, 4, 5, 6, 7].map((days) => nowMs + days * DAY_MS);
  return opens ? days.map((day) => at(day, opens.value) + MINUTE_MS) : days;
}

function dayOf(ms: number, timeZone: string): string {
  return localTime(ms, timeZone).slice(0, 10);
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
