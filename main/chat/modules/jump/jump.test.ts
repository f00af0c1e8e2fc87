import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../../preload/contract';
import { branchesOf } from '../../../../preload/contract';
import { BareChat, picked, stepOf, typed } from '../../../../tests/support/chat';
import {
  asksEmail,
  chain,
  edge,
  ends,
  graph,
  jumps,
  node,
  offers,
  ref,
  says,
} from '../../../../tests/support/graphs';
import { moduleOf } from '..';
import { namesOf } from '../define-module';

const enter = { kind: 'enter' } as const;
const library = (experiences: Record<string, Graph>) => new Map(Object.entries(experiences));

describe('a jump', () => {
  it('goes on at a module of the same experience', () => {
    const draft = graph(
      [jumps('a', 'module', 'c'), says('b', 'Not this'), says('c', 'This')],
      [edge('a', 'next', 'b')],
    );
    expect(new BareChat(draft).start().said).toEqual(['This']);
  });

  it('takes all variables along, and named ones under the names they have there', () => {
    const inputs = [{ id: 'i', variable: 'name', value: `${ref('upper(first)')} Lee` }];
    const call = (takesAll: boolean) =>
      stepOf(jumps('a', 'visit', 'part', { takesAll, inputs }), enter, {
        variables: { first: 'Ann', name: 'x' },
      });
    expect(call(true)).toMatchObject({ call: { inputs: { first: 'Ann', name: 'ANN Lee' } } });
    expect(call(false)).toEqual({
      call: { experienceId: 'part', inputs: { name: 'ANN Lee' }, outputs: [] },
    });
  });

  it('visits another experience and comes back with what is named', () => {
    const part = chain(asksEmail('mail'), says('there', `There ${ref('secret')}`), ends('end', ''));
    const outputs = [{ id: 'o', from: 'email', to: 'address' }];
    const draft = chain(
      offers('ask', 'next'),
      jumps('a', 'visit', 'part', { takesAll: false, outputs }),
      says('b', `Back ${ref('address')}${ref('email')} ${ref('choice')}`),
    );
    const chat = new BareChat(draft, { library: library({ part }) }).start();
    chat.answer(picked('next')).answer(typed('ann@example.com', true));
    expect(chat.said.slice(-2)).toEqual(['There ', 'Back ann@example.com The next']);
    expect(chat.state.kind).toBe('ended');
  });

  it('moves into another experience for good', () => {
    const draft = chain(jumps('a', 'move', 'part'), says('b', 'Never'));
    const chat = new BareChat(draft, { library: library({ part: chain(says('x', 'There')) }) });
    expect(chat.start().said).toEqual(['There']);
    expect(chat.state.kind).toBe('ended');
  });

  it('comes back to the one that called from where a called one has moved to', () => {
    const experiences = {
      part: chain(jumps('m', 'move', 'other')),
      other: chain(says('x', 'Other')),
    };
    const draft = chain(jumps('a', 'visit', 'part'), says('b', 'Back'));
    const chat = new BareChat(draft, { library: library(experiences) }).start();
    expect(chat.said).toEqual(['Other', 'Back']);
  });

  it('has something after it only when it comes back', () => {
    const { branches } = moduleOf('jump') ?? { branches: { fixed: [] } };
    const offered = (target: string) => branchesOf(branches, { target }).map(({ id }) => id);
    expect(offered('visit')).toEqual(['next']);
    expect(offered('move')).toEqual([]);
    expect(offered('module')).toEqual([]);
  });

  it('may set what comes back, and only that', () => {
    const outputs = [{ id: 'o', from: 'a', to: 'b' }];
    const maySet = (target: 'visit' | 'move') =>
      namesOf(moduleOf('jump')?.maySet, jumps('a', target, 'part', { outputs }).settings);
    expect(maySet('visit')).toEqual(['b']);
    expect(maySet('move')).toEqual([]);
  });

  it('needs to know where to', () => {
    for (const target of ['module', 'visit', 'move'] as const)
      expect(() => stepOf(jumps('a', target, ''), enter)).toThrow();
    expect(() => stepOf(node('a', 'jump', { target: 'elsewhere' }), enter)).toThrow();
  });
});
