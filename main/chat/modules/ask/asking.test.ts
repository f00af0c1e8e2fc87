import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../../preload/contract';
import { picked } from '../../../../tests/support/chat';
import { chain, ends, raffles } from '../../../../tests/support/graphs';
import { added, ask, skipped, unknown } from '../../../../tests/support/questions';
import { columnNames } from '../../../foundation/store/tables';
import { problemsOf } from '../../flow/problems';
import { modules } from '..';

const known = { variables: { number: '7' } };
const offered = { ...known, memory: { isOffer: 'yes' } };

describe('a question', () => {
  it('says why it asks, offers ways out and waits only so long, where that is set', () => {
    const settings = { why: 'Because.', skip: 'Skip', dontKnow: 'No idea', idleMinutes: 2 };
    expect(ask('number', settings).enter()).toMatchObject({
      ask: { why: 'Because.', skip: 'Skip', dontKnow: 'No idea', idleAfterMs: 120_000 },
    });
    const plain = ask('number').enter();
    for (const key of ['why', 'skip', 'dontKnow', 'idleAfterMs']) {
      expect(plain).not.toHaveProperty(`ask.${key}`);
    }
  });

  it('keeps nothing when it is skipped, and that nobody knew when somebody says so', () => {
    const question = ask('number', { skip: 'Skip', dontKnow: 'No idea' });
    expect(question.answer(skipped)).toEqual({ go: 'next' });
    expect(question.answer(unknown)).toEqual({ set: { number: 'i_dont_know' }, go: 'next' });
  });

  it('leaves by its own branch when nobody answers', () => {
    expect(ask('number', { idleMinutes: 1 }).on({ kind: 'idle' })).toEqual({ go: 'idle' });
  });

  it('still says why and offers ways out after an answer that will not do', () => {
    const again = ask('number', { why: 'Because.', skip: 'Skip' }).type('many');
    expect(again).toMatchObject({ ask: { why: 'Because.', skip: 'Skip' } });
  });
});

describe('an answer that is known', () => {
  it('is asked for again unless set otherwise, and fills the input', () => {
    expect(ask('number').enter(known)).toMatchObject({ ask: { initial: '7' } });
  });

  it('is kept without a question', () => {
    expect(ask('number', { whenKnown: 'keep' }).enter(known)).toEqual({ go: 'next' });
    expect(ask('number', { whenKnown: 'keep' }).enter()).toHaveProperty('ask');
  });

  it('is shown, and kept or changed as the participant likes', () => {
    const question = ask('number', { whenKnown: 'offer', skip: 'Skip' });
    const offer = question.enter(known);
    expect(offer).toMatchObject({
      say: ['I have noted:', '${number}'],
      ask: { options: [{ id: 'keep' }, { id: 'change' }] },
      remember: { isOffer: 'yes' },
    });
    expect(offer).not.toHaveProperty('ask.skip');
    expect(question.answer(picked('keep'), offered)).toEqual({ go: 'next' });
    expect(question.answer(picked('change'), offered)).toMatchObject({ ask: { format: 'number' } });
    expect(question.answer(picked('constructor'), offered)).toMatchObject({
      ask: { options: [{ id: 'keep' }, { id: 'change' }] },
    });
  });

  it('is shown in words, and fills no input, where it is that nobody knew', () => {
    for (const [type, variable] of [
      ['number', 'number'],
      ['date', 'date'],
      ['free_text', 'answer'],
      ['time', 'time'],
    ] as const) {
      const variables = { [variable]: 'i_dont_know' };
      const settings = { dontKnow: 'No idea', variable };
      expect(ask(type, settings).enter({ variables })).not.toHaveProperty('ask.initial');
      expect(ask(type, { ...settings, whenKnown: 'offer' }).enter({ variables })).toMatchObject({
        say: ['I have noted:', 'No idea'],
      });
    }
  });

  it('is asked for when it is empty or will not do', () => {
    for (const email of ['', 'nobody']) {
      const question = ask('email', { whenKnown: 'keep' });
      expect(question.enter({ variables: { email } })).toHaveProperty('ask');
    }
  });
});

describe('what comes after a question', () => {
  const errorsIn = (graph: Graph) =>
    problemsOf(graph, { modules, policy: [], columnsOf: columnNames }).filter(
      ({ severity }) => severity === 'error',
    );
  const problems = (...flow: Parameters<typeof chain>) =>
    errorsIn(chain(...flow)).map(({ code }) => code);

  it('can rely on the answer, but not when it can be skipped', () => {
    const email = { ...added('email'), id: 'email' };
    expect(problems(email, raffles('raffle'))).toEqual([]);
    const skippable = { ...email, settings: { ...email.settings, skip: 'Skip' } };
    expect(problems(skippable, raffles('raffle'))).toEqual(['variable_needed_before']);
  });

  it('cannot rely on it on the branch without an answer', () => {
    const email = added('email', { idleMinutes: 1 });
    const flow = chain({ ...email, id: 'email' }, ends('end'));
    const raffle = raffles('raffle');
    const edges = [...flow.edges, { from: 'email', branch: 'idle', to: 'raffle' }];
    const found = errorsIn({ ...flow, modules: [...flow.modules, raffle], edges });
    expect(found).toMatchObject([{ code: 'variable_needed_before', params: { needed: 'email' } }]);
  });

  it('is an endless loop when the question is not asked again', () => {
    const loop = (whenKnown: string) => {
      const flow = chain({ ...added('number', { whenKnown }), id: 'a' });
      const edges = [{ from: 'a', branch: 'next', to: 'a' }];
      return errorsIn({ ...flow, edges }).map(({ code }) => code);
    };
    expect(loop('keep')).toEqual(['endless_loop']);
    expect(loop('ask_again')).toEqual([]);
  });
});
