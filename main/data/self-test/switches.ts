import type { Language, RetentionRule, StorageSelfTest } from '../../../preload/contract';
import { calledIn } from '../../chat/modules/called';
import type { Store } from '../../foundation/store/database';
import { readRules } from '../../vault/retention/rules';
import { type Place, readPlaces } from '../policy/places';

/** What is switched off, and in which modules of the workspace it would be written. */
export interface Switch {
  readonly rule: RetentionRule;
  readonly places: readonly Place[];
  /** Rows that came this far and were not to be written. */
  withheld: number;
}

/** The workspace's switch stands for all others: while it is off, none of them is asked. */
export async function readSwitches(store: Store): Promise<Switch[]> {
  const off = (await readRules(store)).filter(({ enabled }) => !enabled);
  const workspace = off.find(({ moduleId, table }) => moduleId === null && table === null);
  if (workspace) return [{ rule: workspace, places: [], withheld: 0 }];
  const places = await readPlaces(store);
  return off
    .map((rule) => ({
      rule,
      places: places.filter(({ moduleId, table }) => governs(rule, moduleId, table)),
      withheld: 0,
    }))
    .filter(({ rule, places: found }) => rule.moduleId === null || found.length > 0);
}

/**
 * Whether the switch is about what the module writes to the table. Said anew, and not taken from the
 * policy, which is what is tested.
 */
export function governs({ moduleId, table }: RetentionRule, module: string, to: string): boolean {
  return (moduleId === null || moduleId === module) && (table === null || table === to);
}

/** As a report names it. */
export function described(
  { rule, places, withheld }: Switch,
  language: Language,
): StorageSelfTest['switches'][number] {
  const { moduleId, table } = rule;
  const place = moduleId === null ? undefined : places[0];
  return {
    module: place ? calledIn({ type: place.moduleType, name: place.moduleName }, language) : null,
    experienceName: place?.experienceName ?? null,
    table,
    withheld,
  };
}
