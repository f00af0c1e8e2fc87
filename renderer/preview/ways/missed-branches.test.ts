import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../preload/contract';
import { coverageOf } from '../../flow/coverage/coverage-store';
import { type BranchInWords, missedBranches } from './missed-branches';

const module = (id: string) => ({ id, type: 'choice', settings: {}, position: { x: 0, y: 0 } });
const graph: Graph = {
  start: 'ask',
  modules: [module('ask'), module('never'), module('far')],
  edges: [
    { from: 'ask', branch: 'red', to: 'never' },
    { from: 'ask', branch: 'blue', to: 'ask' },
    { from: 'never', branch: 'red', to: 'far' },
  ],
};
const words: BranchInWords[] = graph.modules.flatMap(({ id }) =>
  ['red', 'blue', 'open'].map((branch) => ({ moduleId: id, branch, module: id, label: branch })),
);

describe('branches that no way took', () => {
  const coverage = coverageOf({
    experienceId: 'x',
    graph,
    atMs: null,
    exploration: {
      paths: [],
      modules: [{ id: 'ask', needs: [] }],
      branches: [{ moduleId: 'ask', branch: 'blue', needs: [], path: 0 }],
      turns: 1,
      isComplete: true,
    },
  });

  it('are those that lead somewhere, with why as far as it is known', () => {
    expect(
      missedBranches(coverage, words).map(({ moduleId, branch, why }) => [moduleId, branch, why]),
    ).toEqual([
      ['ask', 'red', 'answer'],
      ['never', 'red', 'module'],
    ]);
  });
});
