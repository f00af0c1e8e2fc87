import type { Edge, Graph, ModuleNode } from '../../../preload/contract';
import { edgesBy } from './edges-by';

/** A branch of a module as the outline names it. */
export interface OutlineBranch {
  readonly id: string;
  readonly label: string;
}

interface Place {
  readonly depth: number;
  /** The way to here, where the module before has several. */
  readonly branch: string | null;
}

/** A line of the flow in words. */
export type OutlineRow = Place &
  (
    | { readonly kind: 'module'; readonly module: ModuleNode }
    /** Goes on at a module that has its line elsewhere. */
    | ({ readonly kind: 'goesTo'; readonly module: ModuleNode } & WayOut)
    /** The chat ends here, as nothing follows on the branch. */
    | ({ readonly kind: 'ends' } & WayOut)
  );

interface WayOut {
  readonly from: string;
  readonly branchId: string;
}

/** Tells the lines of an outline apart; a module's is its id. */
export function keyOfRow(row: OutlineRow): string {
  return row.kind === 'module' ? row.module.id : `${row.from} ${row.branchId}`;
}

/** The module that a line is about. */
export function ownerOf(row: OutlineRow): string {
  return row.kind === 'module' ? row.module.id : row.from;
}

export function rowOfModule(rows: readonly OutlineRow[], id: string): OutlineRow | undefined {
  return rows.find((row) => row.kind === 'module' && row.module.id === id);
}

/** The flow as a list: along the way, branches one after the other and further in. */
export interface Outline {
  readonly rows: readonly OutlineRow[];
  /** Modules to which no way from the start leads, each with what follows it. */
  readonly unreached: readonly OutlineRow[];
}

export function outlineOf(
  graph: Graph,
  branchesOf: (module: ModuleNode) => readonly OutlineBranch[],
): Outline {
  const walk = walker(graph, branchesOf);
  const start = graph.modules.find(({ id }) => id === graph.start);
  const rows = start ? walk(start) : [];
  return { rows, unreached: graph.modules.flatMap(walk) };
}

type Step = Place & WayOut & { readonly to: string | null };

/** Walks from a module on, to where nobody has been before. */
function walker(
  graph: Graph,
  branchesOf: (module: ModuleNode) => readonly OutlineBranch[],
): (from: ModuleNode) => OutlineRow[] {
  const modules = new Map(graph.modules.map((module) => [module.id, module]));
  const edges = edgesBy(graph, 'from');
  const seen = new Set<string>();
  return (first) => {
    if (seen.has(first.id)) return [];
    const rows: OutlineRow[] = [];
    // What is still to be told, the next one last: a long flow would exhaust the stack.
    const waiting: Step[] = [{ depth: 0, branch: null, from: '', branchId: '', to: first.id }];
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
      const { depth, branch, from, branchId, to } = step;
      const module = to === null ? undefined : modules.get(to);
      if (!module) {
        rows.push({ kind: 'ends', from, branchId, depth, branch });
      } else if (seen.has(module.id)) {
        rows.push({ kind: 'goesTo', from, branchId, module, depth, branch });
      } else {
        seen.add(module.id);
        rows.push({ kind: 'module', module, depth, branch });
        waiting.push(...next(module, depth, edges.get(module.id) ?? []).toReversed());
      }
    }
    return rows;
  };

  function next(module: ModuleNode, depth: number, outgoing: readonly Edge[]): Step[] {
    const branches = branchesOf(module);
    const isFork = branches.length > 1;
    return branches.flatMap(({ id, label }) => {
      const to = outgoing.find(({ branch }) => branch === id)?.to ?? null;
      if (to === null && !isFork) return [];
      const place = isFork ? { depth: depth + 1, branch: label } : { depth, branch: null };
      return [{ ...place, from: module.id, branchId: id, to }];
    });
  }
}
