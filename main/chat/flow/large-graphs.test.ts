import { describe, expect, it } from 'vitest';
import { Graph, MAX_MODULES, type ModuleNode } from '../../../preload/contract';
import {
  asksEmail,
  chain,
  edge,
  graph,
  node,
  offers,
  raffles,
  says,
} from '../../../tests/support/graphs';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import { problemsOf } from './problems';

const problems = (draft: Graph) =>
  problemsOf(draft, { modules, policy: [], columnsOf: columnNames }).filter(
    ({ severity }) => severity !== 'privacy',
  );
const many = (count: number, make: (index: number) => ModuleNode) =>
  Array.from({ length: count }, (_, index) => make(index));

/** No time is asserted: anything but near-linear work would run into the test's time limit. */
describe.each([1_000, MAX_MODULES])('an experience of %i modules', (count) => {
  it('is checked when they follow one another', () => {
    const draft = chain(
      asksEmail('start'),
      ...many(count - 2, (index) => says(`m${index}`)),
      raffles('g'),
    );
    expect(problems(draft)).toEqual([]);
  });

  it('is checked when they all lead in one circle', () => {
    const draft = chain(...many(count, (index) => says(`m${index}`)));
    draft.edges.push(edge(`m${count - 1}`, 'next', 'm0'));
    expect(problems(draft)).toHaveLength(count);
  });

  it('is checked when every module leads to the next and back to the first', () => {
    const draft = graph(many(count, (index) => offers(`m${index}`, 'on', 'back')));
    for (let index = 0; index < count; index++) {
      draft.edges.push(
        edge(`m${index}`, 'on', `m${(index + 1) % count}`),
        edge(`m${index}`, 'back', 'm0'),
      );
    }
    expect(problems(Graph.parse(draft))).toEqual([]);
  });

  it('is checked when every module has eight edges to others', () => {
    const options = many(8, (index) => says(`${index}`)).map(({ id }) => id);
    const draft = graph(many(count, (index) => offers(`m${index}`, ...options)));
    draft.edges = draft.modules.flatMap(({ id }, from) =>
      options.map((option, index) => edge(id, option, `m${(from * 31 + index * 977) % count}`)),
    );
    expect(problems(Graph.parse(draft)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a hostile graph', () => {
  it('with more than one edge from a branch is no graph', () => {
    const draft = graph(
      [says('a'), says('b')],
      Array.from({ length: MAX_MODULES * 8 }, () => edge('a', 'next', 'b')),
    );
    expect(Graph.safeParse(draft).success).toBe(false);
  });

  it('with an endless list of options and as many edges as allowed is checked', () => {
    const options = Array.from({ length: 100_000 }, () => ({ id: 'x', label: 'X' }));
    const draft = graph(
      [node('a', 'choice', { question: 'Q', options }), says('b')],
      Array.from({ length: MAX_MODULES * 8 }, (_, index) => edge('a', `gone${index}`, 'b')),
    );
    expect(problems(draft)).toContainEqual(
      expect.objectContaining({ code: 'setting_invalid', field: 'options' }),
    );
  });

  it('with ids that objects inherit is checked like any other', () => {
    const draft = chain(says('__proto__'), says('constructor'), says('toString'));
    expect(problems(Graph.parse(draft))).toEqual([]);
  });
});
