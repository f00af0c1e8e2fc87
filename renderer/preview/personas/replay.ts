import type { Path, PathStep, Persona } from '../../../preload/contract';

export type Does = PathStep['does'];

/** Answers that are played one after the other, and how far they went. */
export interface Replay {
  readonly title: string;
  readonly state: 'plays' | 'done' | 'stopped';
  readonly answers: number;
  /** Where it stopped, and why: nothing to say there, or what was said is refused. */
  readonly stop?: { readonly moduleId: string; readonly why: 'missing' | 'refused' | 'failed' };
}

/** What to do when a module asks; null when there is nothing to do. */
export type Script = (moduleId: string) => Does | null;

/** The answers of a persona: each module's own, in the order in which it asks. */
export function scriptOfPersona({ answers }: Pick<Persona, 'answers'>): Script {
  const used = new Map<string, number>();
  return (moduleId) => {
    const at = used.get(moduleId) ?? 0;
    const answer = answers[moduleId]?.[at];
    if (!answer) return null;
    used.set(moduleId, at + 1);
    return { kind: 'answers', answer };
  };
}

/** The steps of a way, as long as the chat asks in their order. */
export function scriptOfPath({ steps }: Pick<Path, 'steps'>): Script {
  let at = 0;
  return (moduleId) => {
    const step = steps[at];
    if (step?.moduleId !== moduleId) return null;
    at += 1;
    return step.does;
  };
}
