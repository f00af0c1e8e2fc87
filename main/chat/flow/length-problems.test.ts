import { describe, expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { asksEmail, chain, edge, graph, node, ref, says } from '../../../tests/support/graphs';
import { moduleOf } from '../modules';
import { indexFlow } from './flow-index';
import { lengthProblems } from './length-problems';

const found = (draft: Graph): string[] =>
  lengthProblems(indexFlow(draft, moduleOf)).map(
    ({ severity, code, moduleId, field }) => `${severity} ${code} ${moduleId} ${field}`,
  );

const assigns = (id: string, variable: string, text: string): ModuleNode =>
  node(id, 'set_variables', { variables: [{ id: 'v', variable, text }] });

describe('a text that the experience itself makes too long', () => {
  it('is a warning where it repeats a long variable', () => {
    const repeats = ref('x').repeat(1_250);
    const draft = chain(
      assigns('x', 'x', 'A'.repeat(5_000)),
      says('a', repeats),
      says('b', ref('x')),
      says('c', repeats),
    );
    expect(found(draft)).toEqual(['warning text_too_long a text', 'warning text_too_long c text']);
  });

  it('is a warning where a variable doubles on each way round, also by way of another', () => {
    const loop = (first: ModuleNode, second: ModuleNode): Graph =>
      graph(
        [asksEmail('e'), first, second],
        [edge('e', 'next', 'a'), edge('a', 'next', 'b'), edge('b', 'next', 'e')],
      );
    const twice = (name: string): string => `${ref(name)}${ref(name)}`;
    expect(found(loop(assigns('a', 'x', `A${twice('x')}`), says('b')))).toEqual([
      'warning text_too_long a variables.text',
    ]);
    expect(found(loop(assigns('a', 'x', `A${twice('y')}`), assigns('b', 'y', ref('x'))))).toEqual([
      'warning text_too_long a variables.text',
      'warning text_too_long b variables.text',
    ]);
  });

  it('is none where a line is added on each way round, or a long answer is repeated', () => {
    const draft = graph(
      [
        asksEmail('e'),
        assigns('a', 'list', `${ref('list')}, ${ref('email')}`),
        says('b', ref('list')),
      ],
      [edge('e', 'next', 'a'), edge('a', 'next', 'b'), edge('b', 'next', 'e')],
    );
    expect(found(draft)).toEqual([]);
    expect(found(chain(asksEmail('e'), says('a', ref('email').repeat(600))))).toEqual([]);
  });
});
