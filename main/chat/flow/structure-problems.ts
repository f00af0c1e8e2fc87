import type { Graph, Problem } from '../../../preload/contract';
import type { FlowIndex } from './flow-index';

/** Whether the graph holds together: a start, known modules, edges that lead from and to something. */
export function structureProblems({ graph, modules, reachable }: FlowIndex): Problem[] {
  return [
    ...startProblems(graph),
    ...graph.modules.flatMap(({ id, type }): Problem[] => {
      if (!modules.has(id)) return [error('unknown_module_type', id, { type })];
      return reachable.has(id) || reachable.size === 0 ? [] : [warning('unreachable', id)];
    }),
    ...edgeProblems({ graph, modules }),
    ...branchProblems({ graph, modules, reachable }),
  ];
}

function startProblems({ start, modules }: Graph): Problem[] {
  if (modules.some(({ id }) => id === start)) return [];
  // Where nothing is, there is nothing to make the start either.
  const code = modules.length === 0 ? 'empty_flow' : 'no_start';
  return [{ severity: 'error', code, params: {} }];
}

function edgeProblems({ graph, modules }: Pick<FlowIndex, 'graph' | 'modules'>): Problem[] {
  const ids = new Set(graph.modules.map(({ id }) => id));
  return graph.edges
    .filter(({ from, branch, to }) => {
      const source = modules.get(from);
      const offered = source ? source.branchIds.has(branch) : ids.has(from);
      return !offered || !ids.has(to);
    })
    .map(({ from, branch }) => warning('dangling_edge', from, { branch }));
}

/** A branch that the author named and connected to nothing ends the chat without a word. */
function branchProblems({
  graph,
  modules,
  reachable,
}: Pick<FlowIndex, 'graph' | 'modules' | 'reachable'>): Problem[] {
  const connected = new Set(graph.edges.map(({ from, branch }) => `${from} ${branch}`));
  return [...modules.values()]
    .filter(({ node }) => reachable.has(node.id))
    .flatMap(({ node, branches }) =>
      branches
        .filter(({ id, optional }) => !optional && !connected.has(`${node.id} ${id}`))
        .map(({ id, label }) =>
          warning('branch_unconnected', node.id, { branch: label ?? id, branchId: id }),
        ),
    );
}

function error(code: Problem['code'], moduleId: string, params = {}): Problem {
  return { severity: 'error', code, moduleId, params };
}

function warning(code: Problem['code'], moduleId: string, params = {}): Problem {
  return { severity: 'warning', code, moduleId, params };
}
