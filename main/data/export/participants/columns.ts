import { AppError, type ExportLevel, MAX_PARTICIPANT_COLUMNS } from '../../../../preload/contract';
import type { Column } from '../../../foundation/store/tables/define-table';
import type { EncodedColumn } from '../csv-encoder';
import { cellKind, isExported, type Pseudonymise } from '../export-columns';
import {
  type Found,
  type Joining,
  LEADING_COLUMNS,
  TOPICS,
  type Topic,
  TRAILING_COLUMNS,
} from './fields';

/** A column of the one-row form. */
export interface Field extends EncodedColumn {
  readonly topic: Topic | null;
  /** What its author calls it, and by what it is known. */
  readonly title: string;
  readonly key: string;
  readonly part: string;
  readonly joining: Joining;
  readonly isPersonal: boolean;
}

interface Thing {
  readonly topic: Topic;
  readonly key: string;
  title: string;
  titledAt: number;
  /** Up to {@link MANY_TITLES}. */
  readonly titles: Set<string>;
  readonly parts: Map<string, Pick<Found, 'part' | 'column' | 'joining'>>;
}

/** A question that has had more texts than that is one that speaks to each person by name. */
const MANY_TITLES = 4;
const LONGEST_TITLE = 200;

/** Finds out which columns there have to be. */
export class ColumnsInProgress {
  readonly #level: ExportLevel;
  readonly #things = new Map<string, Thing>();
  #columns = Object.keys(LEADING_COLUMNS).length + Object.keys(TRAILING_COLUMNS).length;

  constructor(level: ExportLevel) {
    this.#level = level;
  }

  /** @throws AppError `export.too_many_columns` */
  take({ topic, key, title, part, column, joining, value }: Found, atMs: number): void {
    if (value === null || !isExported(column, this.#level)) return;
    const name = keyOf(topic, key);
    const thing = this.#things.get(name) ?? newThing(topic, key);
    this.#things.set(name, thing);
    if (thing.titles.size < MANY_TITLES) thing.titles.add(title);
    if (atMs >= thing.titledAt) Object.assign(thing, { title, titledAt: atMs });
    if (thing.parts.has(part)) return;
    thing.parts.set(part, { part, column, joining });
    if (++this.#columns > MAX_PARTICIPANT_COLUMNS) {
      throw new AppError('export.too_many_columns', { limit: MAX_PARTICIPANT_COLUMNS });
    }
  }

  /** In the order of the file, under names that are all different. */
  finish(pseudonymise: Pseudonymise): Field[] {
    const things = TOPICS.flatMap((topic) =>
      [...this.#things.values()].filter((thing) => thing.topic === topic),
    );
    const named = things.flatMap((thing) => {
      const title = titleOf(thing, this.#level);
      return [...thing.parts.values()]
        .toSorted((one, other) => PARTS.indexOf(one.part) - PARTS.indexOf(other.part))
        .map((part) => ({ thing, title, ...part, name: nameOf(thing.topic, title, part.part) }));
    });
    const taken = new Set([...Object.keys(LEADING_COLUMNS), ...Object.keys(TRAILING_COLUMNS)]);
    const names = distinct(
      named.map(({ name, thing }) => ({ name, key: thing.key })),
      taken,
    );
    return [
      ...this.#fixed(LEADING_COLUMNS, pseudonymise),
      ...named.map(({ thing: { topic, key }, title, part, column, joining }, index) => ({
        ...this.#cells(names[index] ?? '', column, pseudonymise),
        ...{ topic, title, key, part, joining },
      })),
      ...this.#fixed(TRAILING_COLUMNS, pseudonymise),
    ];
  }

  #fixed(columns: Readonly<Record<string, Column>>, pseudonymise: Pseudonymise): Field[] {
    return Object.entries(columns)
      .filter(([, column]) => isExported(column, this.#level))
      .map(([name, column]) => ({
        ...this.#cells(name, column, pseudonymise),
        ...{ topic: null, title: '', key: name, part: '', joining: 'last' },
      }));
  }

  #cells(name: string, column: Column, pseudonymise: Pseudonymise) {
    return {
      name,
      kind: cellKind(column, this.#level, pseudonymise),
      ...(column.checked && { checked: true }),
      isPersonal: column.personal,
    };
  }
}

export const keyOf = (topic: Topic, key: string): string => `${topic} ${key}`;

/** In the order of the file. */
const PARTS = ['', 'id', 'score', 'time', 'place', 'prize', 'status', 'entered', 'issued'];

const newThing = (topic: Topic, key: string): Thing => ({
  ...{ topic, key, title: '', titledAt: -1 },
  titles: new Set(),
  parts: new Map(),
});

/**
 * A text that speaks to people by name is different for each, and no name of one of them may stand
 * above a column: what the texts have in common is left. Without personal data, that holds for the
 * second text already.
 */
function titleOf({ title, titles }: Thing, level: ExportLevel): string {
  const isManifold = titles.size >= (level === 'full' ? MANY_TITLES : 2);
  const text = isManifold ? commonOf([...titles]) : title;
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
}

function commonOf([first = '', ...others]: string[]): string {
  const shortest = Math.min(first.length, ...others.map(({ length }) => length));
  let begin = 0;
  while (begin < shortest && others.every((each) => each[begin] === first[begin])) begin++;
  let end = 0;
  while (
    end < shortest - begin &&
    others.every((each) => each.at(-1 - end) === first.at(-1 - end))
  ) {
    end++;
  }
  return `${first.slice(0, begin)}…${end === 0 ? '' : first.slice(-end)}`;
}

/** Names of variables and texts of questions are what people look for; the rest says what it is. */
function nameOf(topic: Topic, title: string, part: string): string {
  const isPlain = topic === 'variable' || topic === 'question';
  const name = isPlain ? title || topic : title === '' ? topic : `${topic}: ${title}`;
  return part === '' ? name : `${name} (${part})`;
}

/** Whoever shares a name with another, but for its case, gets what it is known by behind it. */
function distinct(columns: readonly { name: string; key: string }[], fixed: ReadonlySet<string>) {
  const counts = new Map<string, number>([...fixed].map((name) => [name, 1]));
  const count = (name: string): number => {
    const seen = (counts.get(name.toLowerCase()) ?? 0) + 1;
    counts.set(name.toLowerCase(), seen);
    return seen;
  };
  for (const { name } of columns) count(name);
  const given = new Set(fixed);
  return columns.map(({ name, key }) => {
    const own = counts.get(name.toLowerCase()) === 1 ? name : `${name} [${key}]`;
    let free = own;
    for (let number = 2; given.has(free.toLowerCase()); number++) free = `${own} ${number}`;
    given.add(free.toLowerCase());
    return free;
  });
}
