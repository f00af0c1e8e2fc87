import type { Edge, Graph, Language, ModuleNode } from '../../../../preload/contract';
import { made } from './block';
import { setTo } from './blocks/set-variable';
import { WORDS } from './words';

/** A branch, and the module to which it leads; null where the chat ends. */
export interface Exit extends Omit<Edge, 'to'> {
  readonly to: string | null;
}

/** Ids of modules: where a link leads, and what stands behind it. */
interface Link {
  readonly linked: string;
  readonly onward: string | null;
}

export interface WayBack {
  /** Holds the number of the link that the chat has come by, from 1. */
  readonly variable: string;
  readonly language: Language;
}

/**
 * The same flow, in which whatever a link leads to goes on behind that link instead of ending. What is
 * met without a link ends as it did.
 */
export function comeBack(
  graph: Graph,
  ends: readonly Exit[],
  links: readonly Link[],
  way: WayBack,
): Graph {
  const within = reachable(
    graph,
    links.map(({ linked }) => linked),
  );
  const inside = ends.filter(({ from }) => within.has(from));
  if (inside.length === 0) return graph;
  const back = returning(graph, links, way);
  const into = inside.map(({ from, branch }) => ({ from, branch, to: DECIDES }));
  return {
    ...graph,
    modules: [...graph.modules, ...back.modules],
    edges: [...graph.edges, ...into, ...back.edges],
  };
}

const DECIDES = 'back';

/** A condition that tells the links apart, and forgets the one by which it goes on. */
function returning(graph: Graph, links: readonly Link[], { variable, language }: WayBack) {
  const x = Math.max(...graph.modules.map(({ position }) => position.x)) + 320;
  const rules = links.map((_, at) => ({
    id: `r${at + 1}`,
    label: `${WORDS[language].return} ${at + 1}`,
    operator: 'is',
    variable,
    value: String(at + 1),
    expression: '',
  }));
  const placed = (id: string, column: number, row: number, { type, settings }: Module) => ({
    ...{ id, type, settings },
    position: { x: x + column * 320, y: row * 160 },
  });
  const decides = placed(DECIDES, 0, 0, made('condition', language, { rules }));
  const forgets = links.map((_, at) =>
    placed(`${DECIDES}${at + 1}`, 1, at, setTo(variable, '', language)),
  );
  const edges = links.flatMap(({ onward }, at): Edge[] => {
    const id = `${DECIDES}${at + 1}`;
    const rule = { from: DECIDES, branch: `r${at + 1}`, to: id };
    return onward === null ? [rule] : [rule, { from: id, branch: 'next', to: onward }];
  });
  return { modules: [decides, ...forgets], edges };
}

type Module = Pick<ModuleNode, 'type' | 'settings'>;

function reachable({ modules, edges }: Graph, from: readonly string[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  const connect = (id: string, to: string) => next.set(id, [...(next.get(id) ?? []), to]);
  for (const edge of edges) connect(edge.from, edge.to);
  for (const { id, type, settings } of modules) {
    if (type === 'jump') connect(id, String(settings.module));
  }
  const found = new Set(from);
  for (const id of found) for (const to of next.get(id) ?? []) found.add(to);
  return found;
}
