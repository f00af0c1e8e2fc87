import type { Edge, Graph, ModuleNode } from '../../preload/contract';

type Settings = ModuleNode['settings'];

export function node(id: string, type: string, settings: Settings = {}): ModuleNode {
  return { id, type, settings, position: { x: 0, y: 0 } };
}

export const edge = (from: string, branch: string, to: string): Edge => ({ from, branch, to });

/** A variable in a text, as authors write it. */
export const ref = (name: string): string => `\${${name}}`;

/** Starts at the first module. */
export function graph(modules: ModuleNode[], edges: Edge[] = []): Graph {
  return { start: modules[0]?.id ?? null, modules, edges };
}

/** The modules one after the other, by their branch `next`. */
export function chain(...modules: ModuleNode[]): Graph {
  const edges = modules
    .slice(1)
    .map((module, index) => edge(modules[index]?.id ?? '', 'next', module.id));
  return graph(modules, edges);
}

export const says = (id: string, text = 'Hello'): ModuleNode => node(id, 'message', { text });

/** A jump to `there`: a module here, or another experience. */
export function jumps(
  id: string,
  target: 'module' | 'visit' | 'move',
  there: string,
  settings: Settings = {},
): ModuleNode {
  const names = target === 'module' ? { module: there } : { experience: there };
  return node(id, 'jump', { target, inputs: [], outputs: [], ...names, ...settings });
}

export const ends = (id: string, text = 'Goodbye'): ModuleNode => node(id, 'end', { text });

export function offers(id: string, ...options: string[]): ModuleNode {
  return node(id, 'choice', {
    question: 'Which one?',
    options: options.map((option) => ({ id: option, label: `The ${option}` })),
  });
}

export const links = (id: string, url = 'https://example.com/'): ModuleNode =>
  node(id, 'external_link', { text: '', label: 'Open', url });

/** What every question says beside its own words. */
export const ASKING = {
  question: 'What is it?',
  knownText: 'I have noted:',
  keepLabel: 'Keep it',
  changeLabel: 'Change it',
};

export function asksEmail(id: string, settings: Settings = {}): ModuleNode {
  return node(id, 'email', {
    ...ASKING,
    question: 'Your address?',
    twiceQuestion: 'Once more?',
    mismatch: 'They differ.',
    termsRefused: 'Please accept.',
    invalid: 'Not an address.',
    ...settings,
  });
}

export function raffles(id: string, settings: Settings = {}): ModuleNode {
  return node(id, 'giveaway', {
    giveaways: [{ id: 'summer', name: 'Summer raffle' }],
    limit: 'once',
    takePart: 'Take part',
    termsRefused: 'Please accept the terms.',
    success: 'You are taking part.',
    already: 'You already take part.',
    inactive: 'Nothing now.',
    ...settings,
  });
}

/** The experience of the lesson: greeting, pills, link on the red branch, email, giveaway. */
export function lessonGraph(giveaway: Settings = { terms: 'Terms of participation' }): Graph {
  return graph(
    [
      says('greeting'),
      offers('pills', 'red', 'blue'),
      links('link'),
      says('sleep'),
      asksEmail('email', { terms: 'I agree to the processing of my address.' }),
      raffles('giveaway', giveaway),
    ],
    [
      edge('greeting', 'next', 'pills'),
      edge('pills', 'red', 'link'),
      edge('pills', 'blue', 'sleep'),
      edge('link', 'next', 'email'),
      edge('email', 'next', 'giveaway'),
    ],
  );
}
