import {
  AppError,
  type ParsedInput,
  type PersonMatches,
  type PersonSubject,
  type PersonSummary,
  type TimelinePage,
} from '../../../preload/contract';
import type { Context, LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { emailKey } from '../../foundation/person/email-key';
import type { Store } from '../../foundation/store/database';
import { isWholeAddress } from '../../vault/masking/masked-search';
import { masking } from '../../vault/masking/masking';
import { findPeople } from './find-people';
import { readTimeline, suggestPeople, summarisePerson } from './person';
import { addressOf } from './subject';

const SUGGESTIONS = 8;
const MATCHES = 50;

export const suggestTask = task<string, string[]>(
  'privacy.suggestPeople',
  'screen',
  ({ store, nowMs }, prefix) => suggestPeople(store, { prefix, limit: SUGGESTIONS, nowMs }),
);

export const timelineTask = task<ParsedInput<'privacy.timeline'>, TimelinePage>(
  'privacy.readTimeline',
  'screen',
  async ({ store, nowMs }, { after, limit, ...subject }) => {
    const email = await addressOf(store, subject, nowMs);
    return readTimeline(store, { email, after, limit }, nowMs);
  },
);

export const summaryTask = task<PersonSubject, PersonSummary>(
  'privacy.summarise',
  'screen',
  async ({ store, nowMs }, subject) =>
    summarisePerson(store, await addressOf(store, subject, nowMs), nowMs),
);

export const searchTask = task('privacy.searchPeople', 'screen', searchPeople);

async function searchPeople(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  { text, isMasked }: { text: string; isMasked: boolean },
): Promise<PersonMatches> {
  if (isMasked) return findWhole(store, text, nowMs);
  const found = await findPeople(store, { text, limit: MATCHES, nowMs });
  if (found.people.length === 0 && isWholeAddress(text)) {
    // Of somebody of whom only a legal hold keeps something, no value is searched.
    const kept = await findWhole(store, text, nowMs);
    if (kept.isExact) return kept;
  }
  return { searched: 'parts', ...found, isExact: found.people[0]?.email === emailKey(text) };
}

async function findWhole(store: Store, text: string, nowMs: number): Promise<PersonMatches> {
  const { tables } = await summarisePerson(store, text, nowMs);
  const people = tables
    .slice(0, 1)
    .map(({ table }) => ({ email: emailKey(text), name: '', phone: null, table }));
  return { searched: 'whole_address', people, isMore: false, isExact: people.length > 0 };
}

/**
 * Whom a text is about. Whoever sees values masked has to know the whole address, and learns neither
 * name nor number.
 *
 * @throws AppError `data.masked_search`
 */
export async function shownMatches(
  { the, run }: Pick<Context, 'the' | 'run'>,
  { text }: ParsedInput<'privacy.search'>,
): Promise<PersonMatches> {
  const { isMasked } = await the(masking).view();
  if (isMasked && !isWholeAddress(text)) throw new AppError('data.masked_search');
  return run(searchTask, { text, isMasked });
}

/** Whoever sees addresses masked has to know the address that they look for. */
export async function shownSuggestions(
  { the, run }: Pick<Context, 'the' | 'run'>,
  { prefix }: ParsedInput<'privacy.suggest'>,
): Promise<string[]> {
  return (await the(masking).view()).isMasked ? [] : run(suggestTask, prefix);
}

/** Whoever has reached somebody by a request learns no address that is masked for them. */
export async function shownSummary(
  { the, run }: Pick<Context, 'the' | 'run'>,
  subject: ParsedInput<'privacy.find'>,
): Promise<PersonSummary> {
  const summary = await run(summaryTask, subject);
  if ('email' in subject) return summary;
  return { ...summary, email: await the(masking).shownValue(summary.email) };
}

export async function shownTimeline(
  { the, run }: Pick<Context, 'the' | 'run'>,
  request: ParsedInput<'privacy.timeline'>,
): Promise<TimelinePage> {
  const page = await run(timelineTask, request);
  const entries = await Promise.all(
    page.entries.map(async (entry) => {
      const [row = entry.row] = await the(masking).shown(entry.tableName, [entry.row]);
      return { ...entry, row };
    }),
  );
  return { ...page, entries };
}
