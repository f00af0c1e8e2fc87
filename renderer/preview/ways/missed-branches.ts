import type { Graph, Language } from '../../../preload/contract';
import type { Coverage } from '../../flow/coverage/coverage-store';
import { type Catalogue, labelledBranches, moduleOptions } from '../../flow/modules/catalogue';

export interface BranchInWords {
  readonly moduleId: string;
  readonly branch: string;
  readonly module: string;
  readonly label: string;
}

export interface MissedBranch extends BranchInWords {
  /** `module`: nothing leads to its module. `answer`: no answer that was tried leads to it. */
  readonly why: 'module' | 'answer';
}

/** By module, as lists of modules name them. */
export function namesOf(
  { modules }: Pick<Graph, 'modules'>,
  catalogue: Catalogue,
  language: Language,
): ReadonlyMap<string, string> {
  const options = moduleOptions(catalogue, modules, language);
  return new Map(options.map(({ value, label }) => [value, label]));
}

/** All branches of the draft, with the words by which an author knows them. */
export function branchesInWords(
  { modules }: Pick<Graph, 'modules'>,
  catalogue: Catalogue,
  language: Language,
): BranchInWords[] {
  const names = namesOf({ modules }, catalogue, language);
  return modules.flatMap((module) =>
    labelledBranches(catalogue, module, language).map(({ id, label }) => ({
      moduleId: module.id,
      branch: id,
      module: names.get(module.id) ?? module.id,
      label,
    })),
  );
}

/** Branches that are connected and that no way took; one that leads nowhere is not missed. */
export function missedBranches(
  { graph, branches, modules }: Coverage,
  words: readonly BranchInWords[],
): MissedBranch[] {
  const connected = new Set(graph.edges.map(({ from, branch }) => `${from}:${branch}`));
  return words
    .map((each) => ({ ...each, key: `${each.moduleId}:${each.branch}` }))
    .filter(({ key }) => connected.has(key) && !branches.has(key))
    .map(({ key: _, ...each }) => ({
      ...each,
      why: modules.has(each.moduleId) ? 'answer' : 'module',
    }));
}
