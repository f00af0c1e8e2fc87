import { z } from 'zod';
import { assign, carryMentioned } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { defineModule } from '../define-module';
import { inGroup, itemId, optionalVerbatim, shownWhen, unspoken, variableName } from '../fields';
import { texts } from './texts';

/** `visit` comes back when the other experience ends, `move` does not. */
const TARGETS = ['module', 'visit', 'move'] as const;

const target = (widget: 'module' | 'experience') => z.string().max(64).default('').meta({ widget });

const settings = z
  .object({
    ...inGroup('target', {
      target: z.enum(TARGETS).default('module'),
      module: shownWhen(target('module'), 'target', 'module'),
      experience: shownWhen(target('experience'), 'target', 'visit', 'move'),
      takesAll: shownWhen(z.boolean().default(true), 'target', 'visit', 'move'),
      inputs: shownWhen(
        z
          .array(
            z.object({ id: itemId, variable: variableName, value: unspoken(optionalVerbatim) }),
          )
          .max(30),
        'target',
        'visit',
        'move',
      ),
      outputs: shownWhen(
        z.array(z.object({ id: itemId, from: variableName, to: variableName })).max(30),
        'target',
        'visit',
      ),
    }),
  })
  .refine(({ target, module }) => target !== 'module' || module !== '', {
    path: ['module'],
    params: { problem: 'setting_missing' },
  })
  .refine(({ target, experience }) => target === 'module' || experience !== '', {
    path: ['experience'],
    params: { problem: 'setting_missing' },
  });
type Settings = z.infer<typeof settings>;

export const jump = defineModule({
  type: 'jump',
  group: 'decide',
  icon: 'corner-down-right',
  settings,
  texts,
  branches: {
    fixed: [{ id: 'next', optional: true, onlyWhen: { key: 'target', value: 'visit' } }],
  },
  waits: false,
  needs: [],
  sets: [],
  maySet: ({ target, outputs }) => (target === 'visit' ? outputs.map(({ to }) => to) : []),
  leadsTo: ({ target, module, experience, takesAll, inputs, outputs }) =>
    target === 'module'
      ? { moduleId: module }
      : {
          experienceId: experience,
          takesAll,
          inputs: inputs.map(({ variable }) => variable),
          outputs: target === 'visit' ? outputs : null,
        },
  stores: {},
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, event } = context;
  if (event.kind === 'enter' && event.returned) return { go: 'next' };
  if (settings.target === 'module') return { jump: settings.module };
  return {
    call: {
      experienceId: settings.experience,
      inputs: inputsFrom(context),
      outputs: settings.target === 'visit' ? settings.outputs : null,
    },
  };
}

function inputsFrom(context: StepContext<Settings>): Variables {
  const { settings, variables } = context;
  return settings.inputs.reduce<Variables>(
    (inputs, { variable, value }) =>
      assign(inputs, {
        [variable]: interpolate(value, context),
        ...carryMentioned(variables, value, variable),
      }),
    settings.takesAll ? variables : {},
  );
}
