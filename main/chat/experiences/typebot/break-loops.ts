import type { Graph, Language, ModuleNode } from '../../../../preload/contract';
import { indexFlow } from '../../flow/flow-index';
import { loopProblems } from '../../flow/loop-problems';
import { World } from '../../flow/world';
import { moduleOf } from '../../modules';
import { made } from './block';
import { WORDS } from './words';

/**
 * The same flow, with a button wherever it would go round without ever asking anything: in Typebot, another
 * service or a pause kept such a circle going. `before` are the ids of the modules that got one before them.
 */
export function breakLoops(
  graph: Graph,
  language: Language,
): { graph: Graph; before: ReadonlySet<string> } {
  const back = waysBack(graph);
  if (back.length === 0) return { graph, before: new Set() };
  const before = new Set(back.map(({ to }) => to));
  const buttons = graph.modules
    .filter(({ id }) => before.has(id))
    .map(({ id, position: { x, y } }): ModuleNode => {
      const { type, settings } = made('choice', language, {
        question: WORDS[language].ready,
        options: [{ id: 'o1', label: WORDS[language].onward, image: '' }],
        variable: 'choice',
      });
      return { id: buttonOf(id), type, settings, position: { x: x - 320, y } };
    });
  const keyOf = (from: string, to: string): string => `${from} ${to}`;
  const keys = new Set(back.map(({ from, to }) => keyOf(from, to)));
  const isBack = (from: string, to: string): boolean => keys.has(keyOf(from, to));
  const edges = graph.edges.map((edge) =>
    isBack(edge.from, edge.to) ? { ...edge, to: buttonOf(edge.to) } : edge,
  );
  const modules = graph.modules.map((module) => {
    const to = String(module.settings.module ?? '');
    if (module.type !== 'jump' || !isBack(module.id, to)) return module;
    return { ...module, settings: { ...module.settings, module: buttonOf(to) } };
  });
  const onward = [...before].map((id) => ({ from: buttonOf(id), branch: 'o1', to: id }));
  return {
    graph: { ...graph, modules: [...modules, ...buttons], edges: [...edges, ...onward] },
    before,
  };
}

const buttonOf = (id: string): string => `${id}-again`;

/** Ways that lead back to where a walk through the circles has come from: without them, there is none. */
function waysBack(graph: Graph): { from: string; to: string }[] {
  const flow = indexFlow(graph, moduleOf);
  const problems = loopProblems(flow, new World(null, flow, new Map()));
  const looping = new Set(problems.map(({ moduleId = '' }) => moduleId));
  const back: { from: string; to: string }[] = [];
  const isOnWay = new Map<string, boolean>();
  for (const first of looping) {
    const walk = isOnWay.has(first) ? [] : [first];
    while (walk.length > 0) {
      const id = walk.at(-1) ?? '';
      if (!isOnWay.has(id)) {
        isOnWay.set(id, true);
        for (const to of flow.successors(id).filter((each) => looping.has(each))) {
          if (isOnWay.get(to)) back.push({ from: id, to });
          else if (!isOnWay.has(to)) walk.push(to);
        }
      } else {
        isOnWay.set(id, false);
        walk.pop();
      }
    }
  }
  return back;
}
