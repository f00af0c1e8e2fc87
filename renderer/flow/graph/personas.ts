import type { Graph, Persona } from '../../../preload/contract';

/** Of one experience; more nobody keeps apart. */
export const MAX_PERSONAS = 50;

export function addPersona(graph: Graph, persona: Persona): Graph {
  const personas = graph.personas ?? [];
  if (personas.length >= MAX_PERSONAS) return graph;
  return { ...graph, personas: [...personas, persona] };
}

export function renamePersona(graph: Graph, id: string, name: string): Graph {
  const personas = graph.personas ?? [];
  if (personas.find((each) => each.id === id)?.name === name) return graph;
  return {
    ...graph,
    personas: personas.map((each) => (each.id === id ? { ...each, name } : each)),
  };
}

/** A draft without personas says nothing of them. */
export function removePersona(graph: Graph, id: string): Graph {
  const left = graph.personas?.filter((each) => each.id !== id) ?? [];
  if (left.length === (graph.personas?.length ?? 0)) return graph;
  const { personas: _, ...others } = graph;
  return left.length === 0 ? others : { ...others, personas: left };
}

/**
 * How many answers a persona has for modules that the draft does not have: they were removed, or are those
 * of an experience that it calls.
 */
export function staleAnswers({ modules }: Pick<Graph, 'modules'>, { answers }: Persona): number {
  const ids = new Set(modules.map(({ id }) => id));
  return Object.entries(answers)
    .filter(([id]) => !ids.has(id))
    .reduce((sum, [, given]) => sum + given.length, 0);
}

export function countAnswers({ answers }: Persona): number {
  return Object.values(answers).reduce((sum, given) => sum + given.length, 0);
}

export function dropStale(graph: Graph, id: string): Graph {
  const personas = graph.personas ?? [];
  const next = personas.map((each) => (each.id === id ? withoutStale(graph, each) : each));
  return { ...graph, personas: next };
}

function withoutStale({ modules }: Pick<Graph, 'modules'>, persona: Persona): Persona {
  const ids = new Set(modules.map(({ id }) => id));
  const answers = Object.entries(persona.answers).filter(([id]) => ids.has(id));
  return { ...persona, answers: Object.fromEntries(answers) };
}
