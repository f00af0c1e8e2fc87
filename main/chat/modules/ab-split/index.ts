import { z } from 'zod';
import { chose, chosenIn } from '../../engine/chosen';
import type { StepContext, StepResult } from '../../engine/step';
import { defineModule } from '../define-module';
import { inGroup, itemId, label, unspoken, variableName } from '../fields';
import { shareAt } from './share-at';
import { texts } from './texts';

const Variant = z.object({
  id: itemId,
  name: unspoken(label),
  percent: z.number().min(0).max(100).default(50),
});
type Variant = z.infer<typeof Variant>;

/** Three thirds of 33.3 percent are the whole. */
const ROUNDING = 1;

const settings = z.object({
  ...inGroup('rules', {
    variants: z
      .array(Variant)
      .min(2)
      .max(20)
      .refine((variants) => Math.abs(sumOf(variants) - 100) <= ROUNDING, {
        params: { problem: 'shares_not_whole' },
      }),
  }),
  ...inGroup('storage', {
    variable: variableName.default('variant'),
  }),
});
type Settings = z.infer<typeof settings>;

/** Divides participants by chance; whoever got a variant keeps it for as long as the chat lasts. */
export const abSplit = defineModule({
  type: 'ab_split',
  group: 'decide',
  icon: 'flask-conical',
  settings,
  texts,
  branches: { fixed: [], fromList: { key: 'variants', label: 'name' } },
  waits: false,
  needs: [],
  sets: ({ variable }) => [variable],
  fills: ({ variable, variants }) => variants.map(({ name }) => ({ variable, text: name })),
  offers: {
    variable: { key: 'variable', initial: 'variant' },
    list: 'variants',
    label: 'name',
  },
  stores: { variables: 60 },
  summary: 'variants',
  step,
});

function step({ settings, variables, ...context }: StepContext<Settings>): StepResult {
  const { variable, variants } = settings;
  const [held] = chosenIn(variables, variable) ?? [];
  const { id, name } =
    variants.find((variant) => variant.id === held) ?? variantAt(variants, lotOf(context));
  return { set: chose(variable, { answer: name, optionIds: [id] }), go: id };
}

type Drawing = Pick<StepContext<Settings>, 'lot' | 'sessionId' | 'moduleId'>;

const lotOf = ({ lot, sessionId, moduleId }: Drawing): number =>
  lot?.(moduleId) ?? shareAt(sessionId, moduleId);

function sumOf(variants: readonly Pick<Variant, 'percent'>[]): number {
  return variants.reduce((sum, { percent }) => sum + percent, 0);
}

/** Where a share from 0 to below 1 of all participants falls. */
function variantAt(variants: readonly Variant[], share: number): Variant {
  let left = share * sumOf(variants);
  const met = variants.find(({ percent }) => {
    left -= percent;
    return left < 0;
  });
  const last = met ?? variants.findLast(({ percent }) => percent > 0);
  if (!last) throw new Error('No variant has a share.');
  return last;
}
