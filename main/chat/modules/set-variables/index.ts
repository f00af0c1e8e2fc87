import { z } from 'zod';
import { assign, carryMentioned } from '../../engine/chosen';
import { resultOf, variablesIn } from '../../engine/expressions/expression';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult, Variables } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  inGroup,
  itemId,
  optionalExpression,
  optionalVerbatim,
  shownWhen,
  unspoken,
  variableName,
} from '../fields';
import { texts } from './texts';

const assignment = z
  .object({
    id: itemId,
    variable: variableName,
    kind: z.enum(['text', 'expression']).default('text'),
    text: unspoken(shownWhen(optionalVerbatim, 'kind', 'text')),
    expression: shownWhen(optionalExpression, 'kind', 'expression'),
  })
  .refine(({ kind, expression }) => kind === 'text' || expression !== '', {
    path: ['expression'],
    params: { problem: 'setting_missing' },
  });
type Assignment = z.infer<typeof assignment>;

const settings = z.object({
  ...inGroup('rules', {
    variables: z.array(assignment).min(1).max(30),
  }),
});
type Settings = z.infer<typeof settings>;

export const setVariables = defineModule({
  type: 'set_variables',
  group: 'decide',
  icon: 'variable',
  settings,
  texts,
  branches: { fixed: [{ id: 'next', optional: true }] },
  waits: false,
  needs: [],
  sets: ({ variables }) => variables.map(({ variable }) => variable),
  fills: ({ variables }) => variables.filter(({ kind }) => kind === 'text'),
  reads: ({ variables }) =>
    variables.flatMap(({ kind, expression }) =>
      kind === 'expression' ? variablesIn(expression) : [],
    ),
  stores: { variables: 60 },
  summary: 'variables',
  step,
});

/** From the top: what one line sets, the next can use. */
function step(context: StepContext<Settings>): StepResult {
  let set: Variables = {};
  for (const each of context.settings.variables) {
    const scope = { ...context, variables: assign(context.variables, set) };
    set = assign(set, valueFor(each, scope));
  }
  return { set, go: 'next' };
}

function valueFor(
  { variable, kind, text, expression }: Assignment,
  scope: StepContext<Settings>,
): Variables {
  if (kind === 'expression') return { [variable]: resultOf(expression, scope) };
  return {
    [variable]: interpolate(text, scope),
    ...carryMentioned(scope.variables, text, variable),
  };
}
