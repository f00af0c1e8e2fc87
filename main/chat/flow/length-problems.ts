import type { Problem } from '../../../preload/contract';
import { BUDGET } from '../engine/budget';
import { partsOf, type TextParts } from '../engine/interpolate';
import type { FlowIndex, FlowModule } from './flow-index';
import { textsOf } from './setting-texts';

/**
 * How often a variable is set anew before it is looked at: enough for one that doubles each time, and
 * too few for one to which a line is added.
 */
const ROUNDS = 40;

/**
 * Texts that the experience itself makes so long that they end the chat. What participants enter is
 * not known, and counts as nothing.
 */
export function lengthProblems(flow: FlowIndex): Problem[] {
  const modules = [...flow.reachable].flatMap((id) => flow.modules.get(id) ?? []);
  const lengths = lengthsOfVariables(modules);
  return modules.flatMap(({ node }) => {
    const tooLong = textsOf(node.settings).filter(
      ({ text }) => text.includes('${') && lengthOf(partsOf(text), lengths) > BUDGET.text,
    );
    return [...new Set(tooLong.map(({ field }) => field))].map((field): Problem => {
      return { severity: 'warning', code: 'text_too_long', moduleId: node.id, field, params: {} };
    });
  });
}

/** The greatest length that each variable gets from texts of the experience. */
function lengthsOfVariables(modules: readonly FlowModule[]): ReadonlyMap<string, number> {
  const fills = modules.flatMap(({ definition, settings }) =>
    settings === null
      ? []
      : (definition.fills?.(settings) ?? []).map(({ variable, text }) => ({
          variable,
          parts: partsOf(text),
        })),
  );
  let lengths: ReadonlyMap<string, number> = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map(lengths);
    for (const { variable, parts } of fills) {
      const length = Math.min(lengthOf(parts, lengths), BUDGET.text + 1);
      next.set(variable, Math.max(length, next.get(variable) ?? 0));
    }
    if ([...next].every(([variable, length]) => lengths.get(variable) === length)) break;
    lengths = next;
  }
  return lengths;
}

function lengthOf({ fixed, mentions }: TextParts, lengths: ReadonlyMap<string, number>): number {
  let length = fixed;
  for (const [variable, times] of mentions) length += times * (lengths.get(variable) ?? 0);
  return length;
}
