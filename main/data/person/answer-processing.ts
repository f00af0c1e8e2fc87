import {
  type ActivityDetails,
  type Cell,
  NO_DETAILS,
  type RecordDetails,
  type TableName,
} from '../../../preload/contract';
import { type Html, html } from '../../foundation/html/html';
import { basisText, transferText } from '../records/stated';
import { wordsOf } from '../records/words';
import { answeredColumns } from './answered-columns';
import { type Fact, factList } from './fact-list';
import type { StoredTable } from './stored-data';
import { fill, type Words } from './texts';

/** A processing activity that is about the person, with what the records state of it. */
export interface Activity {
  readonly name: string;
  readonly said: ActivityDetails;
  /** Which personal data it is about. */
  readonly categories: string;
}

/** One for each experience that has stored something, and one for the person's own requests. */
export function activitiesOf(
  stored: readonly StoredTable[],
  hasAsked: boolean,
  { activities, own }: Pick<RecordDetails, 'activities' | 'own'>,
  words: Words,
): Activity[] {
  const { summary: t } = words.texts;
  const sources = stored.flatMap((each) => each.sources);
  const names = new Map(sources.map((each) => [each.experienceId ?? '', each.experienceName]));
  const asked = { name: t.requests, said: own.requests, categories: t.requestData };
  return [
    ...[...names].map(([id, name]) => ({
      name: fill(t.conversation, { experience: name }),
      said: activities[id] ?? NO_DETAILS,
      categories: stored.flatMap((each) => categoriesIn(each, id, words)).join('; '),
    })),
    ...(hasAsked ? [asked] : []),
  ];
}

/** A table with those of its personal columns that say something about the person. */
function categoriesIn(
  { table, sources, shown, rows }: StoredTable,
  experienceId: string,
  { texts }: Words,
): string[] {
  const isTheirs = (row: Readonly<Record<string, Cell>>): boolean =>
    (row.experience_id ?? '') === experienceId;
  if (!sources.some((each) => (each.experienceId ?? '') === experienceId)) return [];
  const theirs = shown.filter(isTheirs);
  const labels: Readonly<Record<string, string>> = texts.columns;
  const named = personalColumns(table)
    .filter((name) => theirs.some((row) => (row[name] ?? '') !== ''))
    .map((name) => labels[name] ?? name);
  const all = named.length > 0 && rows > shown.length ? [...named, '…'] : named;
  return [`${texts.tables[table]}${all.length > 0 ? ` (${all.join(', ')})` : ''}`];
}

const personalColumns = (table: TableName): string[] =>
  Object.entries(answeredColumns(table))
    .filter(([, { personal, technical }]) => personal && !technical)
    .map(([name]) => name);

/** Art. 15 (1) (a), (b), (c) and (2) GDPR, and what the records leave open of it. */
export function processingSection(activities: readonly Activity[], words: Words): Html {
  const { summary: t } = words.texts;
  return html`<section><h2>${t.processingTitle}</h2>
<p>${t.processingText}</p>
${activities.map((each) => {
  const facts = factsOf(each, words);
  const open = facts.filter(([, value]) => value === '').map(([label]) => label);
  return html`<article><h3>${each.name}</h3>
${factList(facts.filter(([, value]) => value !== ''))}
${open.length > 0 ? html`<p class="open">${fill(t.notStated, { points: open.join(', ') })}</p>` : ''}</article>`;
})}
</section>`;
}

/** Empty values are what the records should state and do not; what need not be stated is left out. */
function factsOf({ said, categories }: Activity, { texts, language }: Words): Fact[] {
  const { summary: t } = texts;
  const records = wordsOf(language);
  const { say } = records;
  const optional = (label: string, value: string): Fact[] => (value === '' ? [] : [[label, value]]);
  const recipients = [
    said.recipients,
    ...said.processors.map(({ name, task }) => [name, task].filter(Boolean).join(': ')),
  ];
  return [
    [say.purpose, said.purpose],
    [say.legalBasis, basisText(said, records)],
    ...(said.bases.includes('f') ? [[say.interest, said.interest] as Fact] : []),
    [t.categories, categories],
    ...optional(t.otherData, said.data),
    ...optional(t.otherPeriod, said.retention),
    [say.recipients, recipients.filter(Boolean).join('\n')],
    [say.transfers, said.transfers.map(transferText).join('\n') || t.noTransfers],
  ];
}

/** Art. 15 (1) (e) and (f): those of the rights that can apply, by the legal bases. */
export function rightsOf(
  activities: readonly Activity[],
  hasConsents: boolean,
  { texts }: Words,
): string[] {
  const { rights: t } = texts.summary;
  const bases = new Set(activities.flatMap(({ said }) => said.bases));
  // Where no letter is stated, none is excluded.
  const isOpen = activities.length === 0 || activities.some(({ said }) => said.bases.length === 0);
  const can = (...letters: ActivityDetails['bases']): boolean =>
    isOpen || letters.some((letter) => bases.has(letter));
  const isSpecial = activities.some(({ said }) => said.specialBasis === 'a');
  return [
    ...[t.rectification, t.erasure, t.restriction],
    ...(can('a', 'b') ? [t.portability] : []),
    ...(can('e', 'f') ? [t.objection] : []),
    ...(can('a') || hasConsents || isSpecial ? [t.withdrawal] : []),
    t.complaint,
  ];
}

/** Art. 15 (1) (d), (g) and (h), by what is stored. */
export function aboutStorage(stored: readonly StoredTable[], { texts }: Words): string[] {
  const { storage: t } = texts.summary;
  const has = (...tables: TableName[]): boolean =>
    stored.some(({ table }) => tables.includes(table));
  const source = [
    t.source,
    ...(has('winners', 'instant_wins', 'codes', 'loyalty') ? [t.derived] : []),
  ];
  const automated = [
    t.automated,
    ...(has('participations', 'winners') ? [t.drawn] : []),
    ...(has('instant_wins') ? [t.instantWins] : []),
    t.decisions,
  ];
  return [t.recipients, t.period, source.join(' '), automated.join(' ')];
}
