import type { Edge, Graph, Language, ModuleNode } from '../../../../preload/contract';
import { made } from './block';
import { assigned, setTo } from './blocks/set-variable';
import { WORDS } from './words';

/** A branch, and the module to which it leads; null where the chat ends. */
export interface Exit extends Omit<Edge, 'to'> {
  readonly to: string | null;
}

/** Ids of modules: what notes that the chat came by it, where a link leads, and what stands behind it. */
interface Link {
  readonly marks: string;
  readonly linked: string;
  readonly onward: string | null;
}

export interface WayBack {
  /** Holds the number of the link that the chat has come by, from 1. */
  readonly variable: string;
  /** A name that nothing has yet. */
  readonly fresh: (like: string) => string;
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
  const within = linkedParts(graph, links);
  const inside = ends.filter(({ from }) => within.has(from));
  if (inside.length === 0) return graph;
  const outer = links.map(({ marks }) => (within.has(marks) ? way.fresh(way.variable) : null));
  const back = returning(graph, links, outer, way);
  /** A link inside of a linked part keeps by which link that was entered. */
  const remembering = (module: ModuleNode): ModuleNode => {
    const at = links.findIndex(({ marks }) => marks === module.id);
    const kept = outer[at];
    if (!kept) return module;
    const keeps = assigned('outer', kept, `\${${way.variable}}`);
    const { variables } = module.settings;
    const marked = Array.isArray(variables) ? variables : [];
    return { ...module, settings: { ...module.settings, variables: [keeps, ...marked] } };
  };
  const into = inside.map(({ from, branch }) => ({ from, branch, to: DECIDES }));
  return {
    ...graph,
    modules: [...graph.modules.map(remembering), ...back.modules],
    edges: [...graph.edges, ...into, ...back.edges],
  };
}

const DECIDES = 'back';

/** A condition that tells the links apart, and forgets the one by which it goes on. */
function returning(
  graph: Graph,
  links: readonly Link[],
  outer: readonly (string | null)[],
  { variable, language }: WayBack,
) {
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
    placed(
      `${DECIDES}${at + 1}`,
      ...([1, at] as const),
      setTo(variable, outer[at] ? `\${${outer[at]}}` : '', language),
    ),
  );
  const edges = links.flatMap(({ onward }, at): Edge[] => {
    const id = `${DECIDES}${at + 1}`;
    const rule = { from: DECIDES, branch: `r${at + 1}`, to: id };
    return onward === null ? [rule] : [rule, { from: id, branch: 'next', to: onward }];
  });
  return { modules: [decides, ...forgets], edges };
}

type Module = Pick<ModuleNode, 'type' | 'settings'>;

/** What is met after a link, and behind links that are met there. */
function linkedParts({ modules, edges }: Graph, links: readonly Link[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  const connect = (id: string, to: string) => next.set(id, [...(next.get(id) ?? []), to]);
  for (const { from, to } of edges) connect(from, to);
  for (const { marks, onward } of links) if (onward !== null) connect(marks, onward);
  for (const { id, type, settings } of modules) {
    if (type === 'jump') connect(id, String(settings.module));
  }
  const found = new Set(links.map(({ linked }) => linked));
  for (const id of found) for (const to of next.get(id) ?? []) found.add(to);
  return found;
}
