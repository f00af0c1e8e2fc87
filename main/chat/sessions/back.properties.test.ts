import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Answer, AppError, type ChatTurn, type Graph } from '../../../preload/contract';
import { sessionsOn } from '../../../tests/support/play';
import { randomAnswer, randomGraph } from '../../../tests/support/random-graphs';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import { allTables } from '../../foundation/store/tables';
import type { Sessions } from './sessions';

type Said = { kind: 'answer'; answer: Answer } | { kind: 'idle' } | { kind: 'link' };

interface Played {
  readonly last: ChatTurn;
  /** What was said and not taken back. */
  readonly kept: readonly Said[];
  readonly backs: number;
}

const SESSION = 'session';

/** Ids and chance are the same in each chat. */
function chatsOn(test: TestStore): Sessions {
  return sessionsOn(test, { newId: () => SESSION, random: () => 0.5 });
}

const begin = (chats: Sessions, graph: Graph): Promise<ChatTurn> =>
  chats.start({ experienceId: 'x', experienceName: 'X', graph, channel: 'kiosk' });

function say(chats: Sessions, said: Said): Promise<ChatTurn> {
  switch (said.kind) {
    case 'answer':
      return chats.answer(SESSION, said.answer);
    case 'idle':
      return chats.idle(SESSION);
    case 'link':
      return chats.openLink(SESSION);
  }
}

/** Somebody who answers and changes their mind. */
async function wander(chats: Sessions, graph: Graph, pick: fc.GeneratorValue): Promise<Played> {
  let last = await begin(chats, graph);
  let kept: { question: string | null; said: Said }[] = [];
  let backs = 0;
  for (let count = 0; count < 14 && last.prompt; count++) {
    if (last.changeable.length > 0 && pick(fc.integer, { min: 0, max: 2 }) === 0) {
      const to = pick(fc.constantFrom, ...last.changeable);
      last = await chats.back(SESSION, to);
      kept = kept.slice(
        0,
        kept.findIndex(({ question }) => question === to),
      );
      backs += 1;
      continue;
    }
    const said = pick(() => nextSaid(last));
    const turn = await say(chats, said).catch(onlyExpected);
    if (!turn) continue;
    kept.push({ question: last.question, said });
    last = turn;
  }
  return { last, kept: kept.map(({ said }) => said), backs };
}

function nextSaid({ prompt }: ChatTurn): fc.Arbitrary<Said> {
  if (!prompt) throw new Error('Nothing is asked.');
  const answer = randomAnswer(prompt).map((given) => ({ kind: 'answer' as const, answer: given }));
  if (prompt.kind === 'link') return fc.constant({ kind: 'link' });
  return prompt.idleAfterMs === undefined
    ? answer
    : fc.oneof(
        { weight: 4, arbitrary: answer },
        { weight: 1, arbitrary: fc.constant({ kind: 'idle' as const }) },
      );
}

function onlyExpected(error: unknown): null {
  if (error instanceof AppError && error.code.startsWith('chat.')) return null;
  throw error;
}

const TABLES = [...allTables.map(({ name }) => name), 'counters', 'daily_totals'];

/** All rows and counts, but for the numbers that the database gives them. */
function rowsIn({ connection }: TestStore): Record<string, string[]> {
  return Object.fromEntries(
    TABLES.map((name) => {
      const rows = connection.prepare(`select * from ${name}`).all() as Record<string, unknown>[];
      return [name, rows.map(({ id: _, ...row }) => JSON.stringify(row)).toSorted()];
    }),
  );
}

function empty({ connection }: TestStore): void {
  for (const table of TABLES) connection.exec(`delete from ${table}`);
}

it('a chat with changes leaves what a chat with only the final answers leaves', async () => {
  const test = await openTestStore();
  let backs = 0;
  await fc.assert(
    fc.asyncProperty(randomGraph, fc.gen(), async (graph, pick) => {
      empty(test);
      const changed = chatsOn(test);
      const wandered = await wander(changed, graph, pick).catch(onlyExpected);
      if (!wandered) return;
      backs += wandered.backs;
      const left = rowsIn(test);
      empty(test);
      const straight = chatsOn(test);
      let last = await begin(straight, graph);
      for (const said of wandered.kept) last = await say(straight, said);
      expect(left).toEqual(rowsIn(test));
      const state = ({ prompt, variables, ended, stays }: ChatTurn) => ({
        prompt,
        variables,
        ended,
        stays,
      });
      expect(state(wandered.last)).toEqual(state(last));
    }),
    { numRuns: 60, endOnFailure: true },
  );
  expect(backs).toBeGreaterThan(20);
});
