import { z } from 'zod';
import { chose } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { inGroup, itemId, longText, variableName } from '../fields';
import { texts } from './texts';

const Item = z.object({ id: itemId, text: longText, branches: z.boolean().default(false) });
type Item = z.infer<typeof Item>;

const settings = z.object({
  ...inGroup('choices', {
    items: z.array(Item).min(1).max(200),
  }),
  ...inGroup('rules', {
    says: z.boolean().default(true),
    repeats: z.boolean().default(false),
  }),
  ...inGroup('storage', {
    variable: variableName.default('pick'),
  }),
});
type Settings = z.infer<typeof settings>;

/** Says one of several texts, by chance. */
export const randomPick = defineModule({
  type: 'random_pick',
  group: 'say',
  icon: 'shuffle',
  settings,
  texts,
  branches: {
    fixed: [{ id: 'next', optional: true }],
    fromList: { key: 'items', label: 'text', onlyWith: 'branches' },
  },
  waits: false,
  needs: [],
  sets: ({ variable }) => [variable],
  fills: ({ variable, items }) => items.map(({ text }) => ({ variable, text })),
  offers: { variable: { key: 'variable', initial: 'pick' }, list: 'items', label: 'text' },
  stores: { variables: 60 },
  summary: 'items',
  step,
});

function step(context: StepContext<Settings>): StepResult {
  const { settings, variables, moduleId, random } = context;
  const { items, repeats, says, variable } = settings;
  const picked = pickedIn(moduleId);
  const before = (variables[picked] ?? '').split(' ').filter(Boolean);
  const round = repeats ? { from: items, before: [] } : roundOf(items, before);
  const item = round.from[Math.floor(random() * round.from.length)];
  if (!item) throw new Error('There is nothing to pick from.');
  return {
    ...(says && { say: [item.text] }),
    set: {
      ...chose(variable, { answer: interpolate(item.text, context), optionIds: [item.id] }),
      ...(!repeats && { [picked]: [...round.before, item.id].join(' ') }),
    },
    go: item.branches ? item.id : 'next',
  };
}

/** Where the module remembers what it has picked: no author can give a variable such a name. */
const pickedIn = (moduleId: string): string => `${moduleId}.picked`;

/** What is left to pick from. Once that is nothing, all are there again but the last one. */
function roundOf(items: readonly Item[], before: readonly string[]) {
  const left = items.filter(({ id }) => !before.includes(id));
  if (left.length > 0) return { from: left, before };
  const others = items.filter(({ id }) => id !== before.at(-1));
  return { from: others.length > 0 ? others : items, before: [] };
}
