import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../preload/contract';
import {
  asksEmail,
  chain,
  edge,
  ends,
  graph,
  jumps,
  offers,
  raffles,
  ref,
  says,
} from '../../../tests/support/graphs';
import { modules } from '../modules';
import { problemsOf } from './problems';
import type { Neighbour } from './world';

type Others = Record<string, Graph | Neighbour>;

/** Problems of the experience `this` beside others, which are published. */
function found(draft: Graph, others: Others = {}): string[] {
  const neighbours = new Map(
    Object.entries(others).map(([id, other]) => [
      id,
      'graph' in other ? other : { name: `The ${id}`, graph: other, isPublished: true },
    ]),
  );
  const rules = { modules, policy: [], columnsOf: () => [], experienceId: 'this', neighbours };
  return problemsOf(draft, rules)
    .filter(({ severity }) => severity !== 'privacy')
    .map(({ code, moduleId, params }) => [code, moduleId, ...Object.values(params)].join(' '));
}

const visits = (there: string, settings = {}) => jumps('jump', 'visit', there, settings);
const moves = (there: string) => jumps('jump', 'move', there);
const asks = (then: ReturnType<typeof visits>) => chain(offers('ask', 'next'), then);

describe('where a jump leads', () => {
  it('is a module that is there', () => {
    expect(found(chain(jumps('jump', 'module', 'gone')))).toEqual(['jump_target_missing jump']);
    expect(found(graph([jumps('jump', 'module', 'b'), ends('b')]))).toEqual([]);
  });

  it('is reached by it', () => {
    expect(found(graph([says('a'), says('b')]))).toEqual(['unreachable b']);
    const draft = graph(
      [says('a'), jumps('j', 'module', 'b'), says('b')],
      [edge('a', 'next', 'j')],
    );
    expect(found(draft)).toEqual([]);
  });

  it('is chosen in the field to which the problem leads', () => {
    const rules = { modules, policy: [], columnsOf: () => [] };
    for (const [jump, field] of [
      [jumps('jump', 'module', 'gone'), 'module'],
      [visits('gone'), 'experience'],
    ] as const) {
      expect(problemsOf(chain(jump), rules)).toMatchObject([{ moduleId: 'jump', field }]);
    }
  });

  it('is an experience that is there, and that participants can get', () => {
    const part = chain(says('x'));
    expect(found(chain(visits('part')))).toEqual(['experience_missing jump']);
    expect(found(chain(visits('part')), { part })).toEqual([]);
    const draft = { name: 'Draft', graph: part, isPublished: false };
    expect(found(chain(visits('part')), { part: draft })).toEqual([
      'experience_unpublished jump Draft',
    ]);
  });
});

describe('experiences that call each other', () => {
  it('are a problem, however far the way around and whether they ask or not', () => {
    expect(found(asks(visits('this')))).toEqual(['call_cycle jump ']);
    expect(found(asks(visits('b')), { b: asks(visits('this')) })).toEqual([
      'call_cycle jump The b',
    ]);
    const others = { b: asks(visits('c')), c: asks(moves('d')), d: asks(moves('this')) };
    expect(found(asks(moves('b')), others)).toEqual(['call_cycle jump The b']);
  });

  it('are none when nobody waits for the other to return, and something is asked', () => {
    expect(found(asks(moves('b')), { b: asks(moves('this')) })).toEqual([]);
  });

  it('are none when the one that is called calls somebody else', () => {
    expect(found(asks(visits('b')), { b: asks(visits('c')), c: chain(says('x')) })).toEqual([]);
  });

  it('are none on a way on which nobody can come', () => {
    const b = graph([says('x'), visits('this')]);
    expect(found(chain(visits('b')), { b })).toEqual([]);
  });
});

describe('a loop over experiences', () => {
  it('is endless when nothing is asked on it', () => {
    expect(found(chain(moves('this')))).toEqual(['endless_loop jump']);
    const others = { b: chain(says('x'), moves('c')), c: chain(moves('this')) };
    expect(found(chain(says('a'), moves('b')), others)).toEqual([
      'endless_loop a',
      'endless_loop jump',
    ]);
  });

  it('is not when one of them asks', () => {
    expect(found(chain(says('a'), moves('b')), { b: asks(moves('this')) })).toEqual([]);
    expect(found(asks(moves('b')), { b: chain(moves('this')) })).toEqual([]);
  });

  it('is endless within one when what it calls asks nothing', () => {
    const loop = graph(
      [says('a'), visits('b')],
      [edge('a', 'next', 'jump'), edge('jump', 'next', 'a')],
    );
    expect(found(loop, { b: chain(says('x')) })).toEqual(['endless_loop a', 'endless_loop jump']);
    expect(found(loop, { b: chain(offers('x', 'y')) })).toEqual([]);
    // Only one of two ways through it asks.
    const sometimes = graph([raffles('r'), offers('x', 'y')], [edge('r', 'next', 'x')]);
    expect(found(loop, { b: sometimes })).toContain('endless_loop a');
    const further = { b: chain(visits('c')), c: chain(offers('x', 'y')) };
    expect(found(loop, further)).toEqual([]);
  });
});

describe('variables over experiences', () => {
  const outputs = [{ id: 'o', from: 'email', to: 'email' }];

  it('are set when a called one sets them on every way and they come back', () => {
    const draft = chain(visits('b', { outputs }), raffles('g'));
    expect(found(draft, { b: chain(asksEmail('x')) })).toEqual([]);
    expect(found(draft, { b: chain(visits('c', { outputs })), c: chain(asksEmail('x')) })).toEqual(
      [],
    );
  });

  it('are not when it does not, or they do not come back', () => {
    const missing = ['variable_needed_before g email email'];
    expect(found(chain(visits('b'), raffles('g')), { b: chain(asksEmail('x')) })).toEqual(missing);
    const draft = chain(visits('b', { outputs }), raffles('g'));
    expect(found(draft, { b: chain(says('x')) })).toEqual(missing);
    const oneWay = graph([offers('o', 'y', 'n'), asksEmail('x')], [edge('o', 'y', 'x')]);
    expect(found(draft, { b: oneWay })).toEqual(missing);
    const elsewhere = graph(
      [offers('o', 'y', 'n'), asksEmail('x'), jumps('m', 'move', 'c')],
      [edge('o', 'y', 'x'), edge('o', 'n', 'm')],
    );
    expect(found(draft, { b: elsewhere, c: chain(asksEmail('z')) })).toEqual(missing);
  });

  it('are known where another experience brings them along', () => {
    const here = chain(says('a', `${ref('nick')} ${ref('choice')} ${ref('other')}`));
    const inputs = [{ id: 'i', variable: 'nick', value: 'x' }];
    const caller = (takesAll: boolean) => asks(visits('this', { takesAll, inputs }));
    expect(found(here, { b: caller(true) })).toEqual(['unknown_variable a other']);
    expect(found(here, { b: caller(false) })).toEqual([
      'unknown_variable a choice',
      'unknown_variable a other',
    ]);
  });
});
