import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { BareChat, environment, picked, typed } from '../../../tests/support/chat';
import {
  asksEmail,
  chain,
  edge,
  graph,
  jumps,
  node,
  offers,
  ref,
  says,
} from '../../../tests/support/graphs';
import { moduleOf } from '../modules';
import { advance } from './engine';
import { compile } from './program';

const MIB = 1024 * 1024;
const PICTURE = `data:image/png;base64,${'A'.repeat(399_000)}`;

const assigns = (id: string, ...texts: [string, string][]): ModuleNode =>
  node(id, 'set_variables', {
    variables: texts.map(([variable, text], index) => ({ id: `v${index}`, variable, text })),
  });

const works = (id: string, variable: string, expression: string): ModuleNode =>
  node(id, 'set_variables', {
    variables: [{ id: 'v', variable, kind: 'expression', expression, text: '' }],
  });

const many = (count: number, of: (id: string) => ModuleNode): ModuleNode[] =>
  Array.from({ length: count }, (_, index) => of(`m${index}`));

/** All that the chat says, asks, stores and keeps. */
function sizeOf(chat: BareChat): number {
  return JSON.stringify(chat.turns).length;
}

function play(draft: Graph, answers = 0): BareChat {
  const chat = new BareChat(draft).start();
  for (let n = 0; n < answers && chat.state.kind === 'waiting'; n++) chat.answer(picked('again'));
  return chat;
}

const TOO_LONG = { kind: 'ended', because: 'too_long' };

describe('a chat that becomes too long ends, and says so, when', () => {
  it('many messages repeat a long variable', () => {
    const hostile = chain(
      assigns('x', ['x', 'A'.repeat(5_000)]),
      ...many(600, (id) => says(id, ref('x').repeat(1_250))),
    );
    const chat = play(hostile);
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(sizeOf(chat)).toBeLessThan(4 * MIB);
  });

  it('many messages are long, though none is too long for itself', () => {
    const chat = play(
      chain(
        assigns('x', ['x', 'A'.repeat(5_000)]),
        ...many(600, (id) => says(id, ref('x').repeat(19))),
      ),
    );
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(chat.said.length).toBeGreaterThan(5);
    expect(sizeOf(chat)).toBeLessThan(4 * MIB);
  });

  it('a variable doubles, by its text', () => {
    const doubles = assigns('d', ['x', `${ref('x')}${ref('x')}`]);
    const loop = graph(
      [assigns('x', ['x', 'AB']), doubles],
      [edge('x', 'next', 'd'), edge('d', 'next', 'd')],
    );
    expect(play(loop).state).toMatchObject(TOO_LONG);
  });

  it('many variables are filled before anything is asked', () => {
    const names = many(400, (id) => assigns(id, [id, 'A'.repeat(5_000)]));
    const chat = play(chain(...names, asksEmail('e')));
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(sizeOf(chat)).toBeLessThan(4 * MIB);
  });

  it('a loop shows a picture again and again', () => {
    const picture = node('p', 'message', { text: 'Look', image: PICTURE, imageText: '' });
    const chat = play(graph([picture], [edge('p', 'next', 'p')]));
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(chat.last.messages.length).toBeLessThan(200);
  });

  it('the options of a question repeat a long variable', () => {
    const options = Array.from({ length: 20 }, (_, index) => ({
      id: index === 0 ? 'again' : `o${index}`,
      label: ref('x').repeat(19),
    }));
    const asks = node('q', 'choice', { question: 'Which?', options });
    const chat = play(chain(assigns('x', ['x', 'A'.repeat(5_000)]), asks));
    expect(chat.state).toMatchObject(TOO_LONG);
  });

  it('each turn keeps within its budget, but the session does not', () => {
    const repeats = ref('x').repeat(19);
    const round = graph(
      [
        assigns('x', ['x', 'A'.repeat(5_000)]),
        ...many(8, (id) => says(id, repeats)),
        offers('q', 'again'),
      ],
      [
        edge('x', 'next', 'm0'),
        ...Array.from({ length: 7 }, (_, n) => edge(`m${n}`, 'next', `m${n + 1}`)),
        edge('m7', 'next', 'q'),
        edge('q', 'again', 'x'),
      ],
    );
    const chat = play(round, 100);
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(chat.turns.length).toBeGreaterThan(20);
    expect(chat.turns.length).toBeLessThan(40);
  });

  it('one text is longer than any may be, though it is the only one', () => {
    const saysItTimes = (times: number) =>
      play(chain(assigns('x', ['x', 'A'.repeat(5_000)]), says('a', ref('x').repeat(times)))).state;
    expect(saysItTimes(21)).toMatchObject(TOO_LONG);
    expect(saysItTimes(19)).not.toHaveProperty('because');
  });

  it('more is kept between its turns than may be, though each adds only a part', () => {
    const rounds = Array.from({ length: 8 }, (_, n) => [
      assigns(
        `a${n}`,
        ...Array.from(
          { length: 5 },
          (_, m) => [`x${n}_${m}`, ref('x').repeat(18)] as [string, string],
        ),
      ),
      offers(`q${n}`, 'again'),
    ]).flat();
    const modules = [assigns('x', ['x', 'A'.repeat(5_000)]), ...rounds];
    const edges = modules.slice(1).map(({ id }, n) => {
      const from = modules[n]?.id ?? '';
      return edge(from, from.startsWith('q') ? 'again' : 'next', id);
    });
    const chat = play(graph(modules, edges), 8);
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(chat.turns.length).toBeLessThan(7);
  });

  it('experiences that wait for each other pass on more and more', () => {
    const adds = (n: number) =>
      assigns(
        'y',
        ...Array.from(
          { length: 5 },
          (_, m) => [`y${n}_${m}`, ref('x').repeat(18)] as [string, string],
        ),
      );
    const visits = (n: number): Graph =>
      graph(
        [adds(n), offers('q', 'again'), jumps('j', 'visit', String(n + 1), { takesAll: true })],
        [edge('y', 'next', 'q'), edge('q', 'again', 'j')],
      );
    const library = new Map(Array.from({ length: 20 }, (_, n) => [String(n), visits(n)] as const));
    const first = chain(
      assigns('x', ['x', 'A'.repeat(5_000)]),
      jumps('j', 'visit', '0', { takesAll: true }),
    );
    const chat = new BareChat(first, { library }).start();
    for (let n = 0; n < 20 && chat.state.kind === 'waiting'; n++) chat.answer(picked('again'));
    expect(chat.state).toMatchObject(TOO_LONG);
    expect(chat.turns.length).toBeLessThan(6);
  });

  it.each([
    ['expressions without a result', 'size(upper(lower(upper(x)))) > 99999999'],
    ['replacements that come to nothing', "size(replace(x, 'A', x))"],
  ])('%s cost more work than a turn may', (_, expression) => {
    const loop = graph(
      [assigns('x', ['x', 'A'.repeat(5_000)]), ...many(50, (id) => works(id, 'y', expression))],
      [
        edge('x', 'next', 'm0'),
        ...Array.from({ length: 50 }, (_, n) => edge(`m${n}`, 'next', `m${(n + 1) % 50}`)),
      ],
    );
    const begun = performance.now();
    expect(play(loop).state).toMatchObject(TOO_LONG);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('the store is asked between its parts: the turn counts on', () => {
    const program = compile(
      chain(assigns('x', ['x', 'A'.repeat(5_000)]), says('a', ref('x').repeat(19)), asksEmail('e')),
      moduleOf,
    );
    const { state } = advance(program, { kind: 'new' }, { kind: 'start' }, environment());
    if (state.kind !== 'waiting') throw new Error('The chat does not wait.');
    expect(state.spent.turn.texts).toBeGreaterThan(95_000);
    const attempting = {
      ...state,
      kind: 'attempting' as const,
      moduleId: 'a',
      spent: { ...state.spent, turn: { ...state.spent.turn, texts: 950_000 } },
    };
    const turn = advance(
      program,
      attempting,
      { kind: 'outcome', outcome: 'stored' },
      environment(),
    );
    expect(turn.state).toMatchObject(TOO_LONG);
  });
});

describe('a chat of the usual size', () => {
  it('puts ten answers of the greatest length into one text', () => {
    const chat = new BareChat(chain(asksEmail('e'), says('a', ref('email').repeat(20)))).start();
    expect(chat.answer(typed('ann@example.com')).state).toMatchObject({ kind: 'ended' });
    expect(chat.state).not.toHaveProperty('because');
  });

  it('shows the same question with the same state, whatever it has used', () => {
    const chat = play(graph([offers('q', 'again')], [edge('q', 'again', 'q')]), 1_000);
    expect(chat.state.kind).toBe('waiting');
  });
});
