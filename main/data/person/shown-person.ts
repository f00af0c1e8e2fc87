import type { ParsedInput, TimelinePage } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { masking } from '../../vault/masking/masking';
import { readTimeline, suggestPeople } from './person';

const SUGGESTIONS = 8;

export const suggestTask = task<string, string[]>(
  'privacy.suggestPeople',
  'screen',
  ({ store, nowMs }, prefix) => suggestPeople(store, { prefix, limit: SUGGESTIONS, nowMs }),
);

export const timelineTask = task<ParsedInput<'privacy.timeline'>, TimelinePage>(
  'privacy.readTimeline',
  'screen',
  ({ store, nowMs }, request) => readTimeline(store, request, nowMs),
);

/** Whoever sees addresses masked has to know the address that they look for. */
export async function shownSuggestions(
  { the, run }: Pick<Context, 'the' | 'run'>,
  { prefix }: ParsedInput<'privacy.suggest'>,
): Promise<string[]> {
  return (await the(masking).view()).isMasked ? [] : run(suggestTask, prefix);
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
