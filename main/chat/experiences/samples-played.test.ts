import { describe, expect, it } from 'vitest';
import type { Answer, ChatTurn, Language, SampleId, TableName } from '../../../preload/contract';
import { confirmed, picked, typed } from '../../../tests/support/chat';
import { saidIn, sessionsOn } from '../../../tests/support/play';
import { openTestStore } from '../../../tests/support/store';
import { DAY_MS } from '../../foundation/time';
import { sampleOf } from './samples';

const agrees = (given: boolean): Answer => ({ kind: 'consent', given });
const scores = (value: number): Answer => ({ kind: 'scale', value });
const named: Answer = { kind: 'form', values: { firstname: 'Ann', lastname: 'Example' } };
const address = typed('ann@example.com', true);
const LINK = 'link';

/** Plays a sample again and again on one database, and counts what it leaves there. */
async function table(id: SampleId, language: Language, now = '2026-07-15T10:00:00Z') {
  const test = await openTestStore();
  const { graph, name } = sampleOf(id, language);
  let nowMs = Date.parse(now);
  const sessions = sessionsOn(test, { nowMs: () => nowMs });
  const play = async (...answers: (Answer | typeof LINK)[]): Promise<ChatTurn & { at: string }> => {
    const played = { experienceId: 'x', experienceName: name, graph, channel: 'preview' as const };
    let turn = await sessions.start(played);
    for (const answer of answers) {
      expect(turn.ended).toBe(false);
      const { sessionId } = turn;
      turn = await (answer === LINK
        ? sessions.openLink(sessionId)
        : sessions.answer(sessionId, answer));
      expect(turn.repeats).toBe(false);
    }
    expect(turn.ended).toBe(true);
    return { ...turn, at: turn.messages.at(-1)?.moduleId ?? '' };
  };
  const count = async (name: TableName): Promise<number> =>
    (await test.store.selectFrom(name).selectAll().execute()).length;
  const travel = (to: string) => {
    nowMs = Date.parse(to);
  };
  return { play, count, travel, store: test.store };
}

describe.each(['en', 'de'] as const)('played in %s', (language) => {
  it('Hello World ends by both pills', async () => {
    const { play } = await table('hello-world', language);
    expect((await play(picked('red'), LINK)).ended).toBe(true);
    expect((await play(picked('blue'))).at).toBe('end');
  });

  it('the raffle takes adults once, with and without the newsletter', async () => {
    const { play, count, store } = await table('trade-fair-raffle', language);
    const enter = [picked('yes'), named, address, confirmed()];
    expect((await play(picked('no'))).at).toBe('young');
    expect(await count('customers')).toBe(0);
    const subscribed = await play(...enter, agrees(true));
    expect(subscribed.at).toBe('thanks_both');
    expect((await play(...enter)).at).toBe('once');
    const bob = typed('bob@example.com', true);
    const other = await play(picked('yes'), named, bob, confirmed(), agrees(false));
    expect(other.at).toBe('thanks');
    expect(await count('participations')).toBe(2);
    const consents = await store.selectFrom('consents').selectAll().execute();
    const kept = consents.map((row) => [row.action, (row.expires_at - row.created_at) / DAY_MS]);
    expect(kept).toEqual([
      ['given', 1_095],
      ['refused', 180],
    ]);
    expect(consents[0]?.wording).toContain('ann@example.com');
  });

  it('the calendar opens one door a day, with a raffle each day, in December only', async () => {
    const { play, count, travel } = await table(
      'advent-calendar',
      language,
      '2026-11-30T10:00:00Z',
    );
    expect((await play(address)).at).toBe('early');
    travel('2026-12-06T10:00:00Z');
    const opened = await play(address, confirmed(), picked('yes'), confirmed());
    expect(opened.at).toBe('tomorrow');
    expect(opened.variables.door).toBe('6');
    expect((await play(address, confirmed())).at).toBe('tomorrow');
    expect(await count('participations')).toBe(2);
    travel('2026-12-24T10:00:00Z');
    const last = await play(address, confirmed(), picked('no'));
    expect(last.variables.door).toBe('24');
    travel('2026-12-25T10:00:00Z');
    expect((await play(address)).at).toBe('over');
  });

  it('the survey stores answers by consent only, and an address only if one is given', async () => {
    const { play, count } = await table('customer-survey', language);
    expect((await play(agrees(false))).at).toBe('refused');
    expect(await count('answers')).toBe(0);
    const questions: Answer[] = [
      picked('often'),
      { kind: 'choices', options: ['advice', 'repair'] },
      { kind: 'matrix', cells: { staff: 'good', range: 'poor' } },
      scores(4),
    ];
    const rest = [...questions, typed('More light, please.')];
    const skip: Answer = { kind: 'skip' };
    const happy = await play(agrees(true), scores(9), typed('The staff'), ...rest, picked('no'));
    expect(happy.at).toBe('thanks');
    expect(await count('answers')).toBe(7);
    expect(await count('customers')).toBe(0);
    const unsure: Answer[] = [...questions.slice(0, 3), { kind: 'dontKnow' }, skip];
    const sad = await play(agrees(true), scores(2), skip, ...unsure, picked('yes'), address);
    expect(saidIn(sad).join()).toContain('ann@example.com');
    expect((await play(agrees(true), scores(7), skip, ...rest, picked('no'))).at).toBe('thanks');
    expect(await count('customers')).toBe(1);
  });

  it('the card gives points once a day, pays rewards by them, and forgets on request', async () => {
    const { play, count, travel } = await table('loyalty-card', language);
    const skip: Answer = { kind: 'skip' };
    const first = await play(address, picked('collect'), skip);
    expect([first.at, first.variables.points_balance]).toEqual(['bye', '30']);
    const again = await play(address, picked('collect'), picked('coffee'));
    expect([again.at, again.variables.points_balance]).toEqual(['enjoy', '0']);
    travel('2026-07-16T10:00:00Z');
    const next = await play(address, picked('collect'), skip);
    expect(next.variables.points_balance).toBe('10');
    const keep: Answer = skip;
    expect((await play(address, picked('spend'), keep)).at).toBe('bye');
    expect(await count('loyalty')).toBe(4);
    const erased = await play(address, picked('delete'), confirmed());
    expect(erased.at).toBe('erased');
    expect(await count('loyalty')).toBe(0);
  });
});
