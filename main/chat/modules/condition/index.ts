import { z } from 'zod';
import { chosenIn, unquoteLabels } from '../../engine/chosen';
import { isTrue, variablesIn } from '../../engine/expressions/expression';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import {
  inGroup,
  itemId,
  label,
  optionalExpression,
  optionalLabel,
  optionalVariableName,
  optionsOf,
  shownWhen,
  unspoken,
} from '../fields';
import { BY_OPTION, COMPARISONS, isByOption, OPERATORS, VALUELESS } from './operators';
import { texts } from './texts';
import { words } from './words';

const withVariable = OPERATORS.filter((operator) => operator !== 'expression');
const withValue = withVariable.filter((operator) => !VALUELESS.has(operator));

const rule = z
  .object({
    id: itemId,
    label: unspoken(label),
    operator: z.enum(OPERATORS).default('is'),
    variable: shownWhen(optionalVariableName, 'operator', ...withVariable),
    options: shownWhen(
      optionsOf('variable', 'value', { key: 'operator', values: ['one_of', 'contains'] }),
      'operator',
      ...Object.keys(BY_OPTION),
    ),
    value: unspoken(shownWhen(optionalLabel, 'operator', ...withValue)),
    expression: shownWhen(optionalExpression, 'operator', 'expression'),
  })
  .refine(({ operator, variable }) => operator === 'expression' || variable !== '', {
    path: ['variable'],
    params: { problem: 'setting_missing' },
  })
  .refine(({ operator, expression }) => operator !== 'expression' || expression !== '', {
    path: ['expression'],
    params: { problem: 'setting_missing' },
  });
type Rule = z.infer<typeof rule>;

const settings = z.object({
  ...inGroup('rules', {
    rules: z.array(rule).min(1).max(50),
  }),
});
type Settings = z.infer<typeof settings>;

/** A decision table: the first rule that holds decides. */
export const condition = defineModule({
  type: 'condition',
  group: 'decide',
  icon: 'list-filter',
  settings,
  texts,
  words,
  branches: {
    fixed: [{ id: 'else', optional: true }],
    fromList: { key: 'rules', label: 'label' },
  },
  waits: false,
  needs: [],
  sets: [],
  reads: ({ rules }) => rules.flatMap(mentionedBy),
  stores: {},
  summary: 'rules',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const rule = context.settings.rules.find((rule) => holds(rule, context));
  return { go: rule?.id ?? 'else' };
}

function holds(rule: Rule, context: StepContext<Settings>): boolean {
  const { operator, variable, value, options, expression } = rule;
  if (operator === 'expression') return isTrue(expression, context);
  const { variables } = context;
  if (options.length > 0 && isByOption(operator)) {
    const chosen = chosenIn(variables, variable);
    // Set otherwise, it has no option; what it is compared with then is the text, if there is one.
    if (chosen || value === '') return BY_OPTION[operator](chosen ?? [], options);
  }
  const actual = Object.hasOwn(variables, variable) ? (variables[variable] ?? '') : '';
  // Rules know labels as their author wrote them.
  return COMPARISONS[operator](unquoteLabels(actual), unquoteLabels(interpolate(value, context)));
}

function mentionedBy({ operator, variable, expression }: Rule): readonly string[] {
  return operator === 'expression' ? variablesIn(expression) : [variable];
}
