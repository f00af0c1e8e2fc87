import type { StepContext, StepEvent, StepResult } from '../../main/chat/engine/step';
import { moduleOf } from '../../main/chat/modules';
import { defaultsOf } from '../../main/chat/modules/form';
import type { Answer, ModuleNode } from '../../preload/contract';
import { stepOf, typed } from './chat';
import { node } from './graphs';

/** A module as it is when it has just been added, with changes. */
export function added(type: string, settings: ModuleNode['settings'] = {}): ModuleNode {
  const definition = moduleOf(type);
  if (!definition) throw new Error(`There is no module ${type}.`);
  const initial = { ...defaultsOf(definition.settings), ...definition.texts.en.initial };
  return node('module-1', type, { ...initial, ...settings } as ModuleNode['settings']);
}

/** Plays one step of such a module at a time. */
export function ask(type: string, settings: ModuleNode['settings'] = {}) {
  const module = added(type, settings);
  const on = (event: StepEvent, context: Partial<StepContext<unknown>> = {}): StepResult =>
    stepOf(module, event, context);
  return {
    enter: (context?: Partial<StepContext<unknown>>) => on({ kind: 'enter' }, context),
    answer: (answer: Answer, context?: Partial<StepContext<unknown>>) =>
      on({ kind: 'answer', answer }, context),
    type: (text: string, context?: Partial<StepContext<unknown>>) =>
      on({ kind: 'answer', answer: typed(text, true) }, context),
    on,
  };
}

export const skipped: Answer = { kind: 'skip' };
export const unknown: Answer = { kind: 'dontKnow' };
export const filled = (values: Record<string, string>): Answer => ({ kind: 'form', values });
