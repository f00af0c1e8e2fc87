import type { Exploration, Graph, PathNeed } from '../../../preload/contract';
import { createScreenStore } from '../../app/screen-store';
import { useDraft } from '../draft-store';
import { samePlay } from '../graph/same-play';

/** `conditional`: by something else than answers, such as another date. */
export type Reached = 'reached' | 'conditional' | 'never';

export interface Coverage {
  readonly experienceId: string;
  /** The draft that was explored. */
  readonly graph: Graph;
  readonly atMs: number | null;
  readonly exploration: Exploration;
  readonly modules: ReadonlyMap<string, readonly PathNeed[]>;
  /** By `moduleId:branch`, as edges are named. */
  readonly branches: ReadonlyMap<string, readonly PathNeed[]>;
}

export interface CoverageState {
  run: { turns: number; of: number; branches: number } | null;
  coverage: Coverage | null;
  failure: { error: unknown } | null;
}

export const useCoverage = createScreenStore<CoverageState>(() => ({
  run: null,
  coverage: null,
  failure: null,
}));

export function coverageOf(
  found: Pick<Coverage, 'experienceId' | 'graph' | 'atMs' | 'exploration'>,
): Coverage {
  const { modules, branches } = found.exploration;
  return {
    ...found,
    modules: new Map(modules.map(({ id, needs }) => [id, needs])),
    branches: new Map(
      branches.map(({ moduleId, branch, needs }) => [`${moduleId}:${branch}`, needs]),
    ),
  };
}

export function reachedBy(needs: readonly PathNeed[] | undefined): Reached {
  if (needs === undefined) return 'never';
  return needs.length === 0 ? 'reached' : 'conditional';
}

/** What was found holds as long as the draft plays as it did. */
export function useHoldingCoverage(): Coverage | null {
  const coverage = useCoverage((state) => state.coverage);
  const holds = useDraft(({ graph }) => coverage !== null && playsAlike(coverage.graph, graph));
  return holds ? coverage : null;
}

let compared: { explored: Graph; draft: Graph; alike: boolean } | null = null;

/** Each node of the canvas asks, and all of them the same. */
function playsAlike(explored: Graph, draft: Graph): boolean {
  if (compared?.explored !== explored || compared.draft !== draft) {
    compared = { explored, draft, alike: samePlay(explored, draft) };
  }
  return compared.alike;
}

export function useModuleCoverage(moduleId: string): Reached | null {
  const coverage = useHoldingCoverage();
  return coverage && reachedBy(coverage.modules.get(moduleId));
}

export function useEdgeCoverage(edgeId: string): Reached | null {
  const coverage = useHoldingCoverage();
  return coverage && reachedBy(coverage.branches.get(edgeId));
}

export function forgetCoverage(): void {
  useCoverage.setState({ coverage: null, failure: null });
}
