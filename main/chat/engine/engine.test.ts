import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BareChat, confirmed, environment, picked, typed } from '../../../tests/support/chat';
import {
  asksEmail,
  chain,
  edge,
  ends,
  graph,
  links,
  node,
  offers,
  raffles,
  says,
} from '../../../tests/support/graphs';
import { moduleOf } from '../modules';
import { defineModule } from '../modules/define-module';
import { advance } from './engine';
import { compile } from './program';

describe('a chat', () => {
  it('speaks until it has to wait, and says which module waits', () => {
    const { last } = new BareChat(
      chain(says('a', 'One'), says('b', 'Two'), asksEmail('c')),
    ).start();
    expect(last.messages).toEqual([
      { moduleId: 'a', message: { kind: 'text', text: 'One' } },
      { moduleId: 'b', message: { kind: 'text', text: 'Two' } },
      { moduleId: 'c', message: { kind: 'text', text: 'Your address?' } },
    ]);
    expect(last.state).toMatchObject({ kind: 'waiting', moduleId: 'c', prompt: { kind: 'text' } });
  });

  it('follows the branch of the chosen option', () => {
    const pills = graph(
      [offers('pills', 'red', 'blue'), says('r', 'Red!'), says('b', 'Blue!')],
      [edge('pills', 'red', 'r'), edge('pills', 'blue', 'b')],
    );
    expect(new BareChat(pills).start().answer(picked('blue')).said).toEqual([
      'Which one?',
      'Blue!',
    ]);
  });

  it('ends where the author connected nothing', () => {
    expect(new BareChat(chain(says('a'))).start().state).toEqual({ kind: 'ended', variables: {} });
  });

  it('ends at an end although something is connected behind it', () => {
    const { said, state } = new BareChat(
      graph([ends('a', 'Bye'), says('b', 'Still here?')], [edge('a', 'next', 'b')]),
    ).start();
    expect(said).toEqual(['Bye']);
    expect(state.kind).toBe('ended');
  });

  it('says nothing for a text that stayed empty', () => {
    expect(new BareChat(chain(ends('a', ''))).start().said).toEqual([]);
  });

  it('cuts a loop in which nothing waits, instead of talking for ever', () => {
    const loop = graph([says('a'), says('b')], [edge('a', 'next', 'b'), edge('b', 'next', 'a')]);
    expect(() => new BareChat(loop).start()).toThrow('chat.not_playable');
  });

  it('goes round a loop that waits as often as the participant likes', () => {
    const chat = new BareChat(graph([offers('a', 'again')], [edge('a', 'again', 'a')])).start();
    for (let round = 0; round < 50; round++) chat.answer(picked('again'));
    expect(chat.state.kind).toBe('waiting');
  });
});

describe('an input that does not fit', () => {
  const { program, state } = new BareChat(chain(asksEmail('a'))).start();
  const feed =
    (input: Parameters<typeof advance>[2], from = state) =>
    () =>
      advance(program, from, input, environment());

  it('is refused when it has another kind than the prompt', () => {
    expect(feed({ kind: 'answer', answer: picked('red') })).toThrow('chat.unexpected_answer');
    expect(feed({ kind: 'answer', answer: confirmed() })).toThrow('chat.unexpected_answer');
    expect(feed({ kind: 'linkOpened' })).toThrow('chat.unexpected_answer');
  });

  it('cannot pretend to be the answer of the store, nor start the chat again', () => {
    expect(feed({ kind: 'outcome', outcome: 'stored' })).toThrow('chat.unexpected_answer');
    expect(feed({ kind: 'start' })).toThrow('chat.unexpected_answer');
  });

  it('is refused when the chat has ended or has not begun', () => {
    const answer = { kind: 'answer', answer: typed('a@example.com') } as const;
    expect(feed(answer, { kind: 'ended', variables: {} })).toThrow('chat.nothing_asked');
    expect(feed(answer, { kind: 'new' })).toThrow('chat.nothing_asked');
  });

  it('cannot open a link by answering it', () => {
    const chat = new BareChat(chain(links('a'), says('b'))).start();
    expect(() => chat.answer(confirmed())).toThrow('chat.unexpected_answer');
    expect(chat.feed({ kind: 'linkOpened' }).said).toContain('Hello');
  });
});

describe('what a chat stores', () => {
  it('is one row per variable and session, with the days that the module declares', () => {
    const { last } = new BareChat(chain(asksEmail('a'))).start().answer(typed(' Ann@Example.com '));
    expect(last.effects[0]).toEqual({
      kind: 'store',
      store: 'variables',
      row: { name: 'email', value: 'Ann@Example.com', option_ids: null },
      uniqueKey: '["session-1","email"]',
      onConflict: 'replace',
      moduleId: 'a',
      moduleType: 'email',
      days: 60,
      contact: { email: 'Ann@Example.com' },
    });
  });

  it('carries the address of the person from the moment it is known', () => {
    const chat = new BareChat(chain(asksEmail('a'), links('b'))).start();
    chat.answer(typed('ann@example.com')).feed({ kind: 'linkOpened' });
    expect(chat.last.effects).toMatchObject([
      { store: 'runtime_log', contact: { email: 'ann@example.com' } },
    ]);
  });

  it('never goes into a table that the module does not declare', () => {
    const spy = defineModule({
      type: 'spy',
      group: 'say',
      icon: 'eye',
      settings: z.object({}),
      texts: moduleOf('message')?.texts as never,
      branches: { fixed: [] },
      waits: false,
      needs: [],
      sets: [],
      stores: { runtime_log: 7 },
      step: () => ({ store: [{ store: 'customers', row: { email: 'x' } }], end: true }),
    });
    const program = compile(chain(node('a', 'spy')), () => spy);
    expect(() => advance(program, { kind: 'new' }, { kind: 'start' }, environment())).toThrow(
      'spy does not declare that it writes customers.',
    );
  });

  it('is asked for by a giveaway, which goes on with the answer of the store', () => {
    const chat = (outcome: 'stored' | 'refused' | 'off') =>
      new BareChat(chain(asksEmail('a'), raffles('b')), { outcome: () => ({ outcome }) })
        .start()
        .answer(typed('ann@example.com'))
        .said.at(-1);
    expect(chat('stored')).toBe('You are taking part.');
    expect(chat('refused')).toBe('You already take part.');
    expect(chat('off')).toBe('You are taking part.');
  });
});

describe('an experience that is not ready', () => {
  it('is not played without a start, with unknown modules or with incomplete settings', () => {
    const refused = (broken: Parameters<typeof compile>[0]) =>
      expect(() => compile(broken, moduleOf)).toThrow('chat.not_playable');
    refused({ start: null, modules: [says('a')], edges: [] });
    refused({ start: 'gone', modules: [says('a')], edges: [] });
    refused(chain(node('a', 'constructor')));
    refused(chain(says('a'), node('b', 'message', { text: '' })));
  });

  it('stops at an edge that leads nowhere', () => {
    const broken = graph([says('a')], [edge('a', 'next', 'gone')]);
    expect(() => new BareChat(broken).start()).toThrow('chat.not_playable');
  });

  it('takes nobody into a giveaway whose address is not known', () => {
    expect(() => new BareChat(chain(raffles('a'))).start()).toThrow('chat.not_playable');
  });
});
