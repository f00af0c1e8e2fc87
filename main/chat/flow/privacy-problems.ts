import {
  effectiveDays,
  type Policy,
  type Problem,
  type TableName,
} from '../../../preload/contract';
import { namesOf, storesWith } from '../modules/define-module';
import { formOfModule } from '../modules/forms';
import type { FlowIndex, FlowModule } from './flow-index';
import { type LegalFacts, offersPrivacyNotice } from './legal-problems';
import { mentionsIn } from './mentions';

export interface PrivacyRules {
  /** Unknown, nothing is said about a privacy notice. */
  readonly legal?: LegalFacts;
  readonly policy: Policy;
  /** Names of the columns of a data table, which take the values of variables so named. */
  readonly columnsOf: (table: TableName) => readonly string[];
}

/** Tables that only keep what was entered: that something is in them is no use of it. */
const KEEPERS: ReadonlySet<TableName> = new Set(['variables', 'customers']);

/** Tables that are evaluated themselves: what a survey asks is asked for them. */
const EVALUATED: ReadonlySet<TableName> = new Set(['answers', 'files']);

/**
 * What to think about before participants get the experience: data minimisation, storage limitation
 * and the information of participants (GDPR, Art. 5(1)(b), (c), (e) and Art. 13). The purpose of data
 * is what the modules' declarations say: who uses a variable, and for how many days it is needed.
 */
export function privacyProblems(flow: FlowIndex, rules: PrivacyRules): Problem[] {
  const reached = [...flow.reachable].flatMap((id) => flow.modules.get(id) ?? []);
  const stored = (module: FlowModule): TableName[] => storedTables(module, rules.policy);
  return [
    ...noticeMissing(flow, reached, stored, rules),
    ...termsMissing(reached, stored),
    ...collectedNotUsed(reached, stored, rules),
    ...keptTooLong(reached, stored, rules),
  ];
}

function storedTables({ node, definition }: FlowModule, policy: Policy): TableName[] {
  return storesWith(definition, node.settings).flatMap(([table, declaredDays]) =>
    effectiveDays(policy, { moduleId: node.id, table, declaredDays }).offBy === null ? [table] : [],
  );
}

type Stored = (module: FlowModule) => TableName[];

/** Whoever asks for personal data and keeps it informs about that (GDPR, Articles 13 and 14). */
function noticeMissing(
  flow: FlowIndex,
  modules: readonly FlowModule[],
  stored: Stored,
  { legal }: PrivacyRules,
): Problem[] {
  const collects = modules.some(
    (each) => (asksPersonalData(each) || isPromotion(each)) && stored(each).length > 0,
  );
  if (!legal || !collects || offersPrivacyNotice(flow, legal)) return [];
  return [
    {
      severity: 'privacy',
      code: 'privacy_notice_missing',
      field: 'settings.legal.privacy',
      params: {},
    },
  ];
}

/** A promotion has terms of its own; for a question any terms or consent of the experience will do. */
function termsMissing(modules: readonly FlowModule[], stored: Stored): Problem[] {
  const agrees = modules.some((each) => each.definition.group === 'consent' || termsOf(each));
  const promotions = modules.filter((each) => isPromotion(each) && termsOf(each) === '');
  const questions = agrees ? [] : modules.filter(asksPersonalData).slice(0, 1);
  return [...new Set([...questions, ...promotions])]
    .filter((each) => stored(each).length > 0)
    .map((each) => ({
      ...problem('terms_missing', each),
      ...(termsOf(each) !== undefined && { field: 'terms' }),
    }));
}

const isPromotion = ({ definition }: FlowModule): boolean => definition.group === 'promote';
const asksPersonalData = ({ definition }: FlowModule): boolean => definition.group === 'ask';

/** Blank when the module could show terms but has none; undefined when it has no such setting. */
function termsOf({ node, definition }: FlowModule): string | undefined {
  if (!formOfModule(definition).some(({ key }) => key === 'terms')) return undefined;
  const { terms, termsText } = node.settings;
  const words = [terms, termsText].filter((each) => typeof each === 'string');
  return words.join('').trim();
}

function collectedNotUsed(
  modules: readonly FlowModule[],
  stored: Stored,
  { columnsOf }: PrivacyRules,
): Problem[] {
  // What goes along into another experience may be used there.
  if (modules.some(({ leads }) => leads?.takesAll)) return [];
  const users = new Map<string, Set<FlowModule>>();
  for (const module of modules) {
    for (const variable of usedBy(module, stored(module), columnsOf)) {
      const known = users.get(variable) ?? new Set();
      users.set(variable, known.add(module));
    }
  }
  const isUsed = (variable: string, by: FlowModule): boolean =>
    [...(users.get(variable) ?? [])].some((user) => user !== by);
  return modules
    .filter((module) => asksPersonalData(module) && stored(module).length > 0)
    .filter((module) => !stored(module).some((table) => EVALUATED.has(table)))
    .flatMap((module) =>
      variablesOf(module)
        .filter(
          (variable) => ![variable, ...alongside(module)].some((name) => isUsed(name, module)),
        )
        .map((variable) => problem('collected_not_used', module, { variable })),
    );
}

function variablesOf({ definition, settings }: FlowModule): string[] {
  const names = [definition.sets, definition.maySet].flatMap((each) => namesOf(each, settings));
  const others = alongside({ definition });
  return [...new Set(names)].filter((name) => !others.includes(name));
}

function alongside({ definition }: Pick<FlowModule, 'definition'>): readonly string[] {
  return definition.alongside ?? [];
}

function usedBy(
  { node, definition, settings }: FlowModule,
  tables: readonly TableName[],
  columnsOf: PrivacyRules['columnsOf'],
): string[] {
  const kept = tables.filter((table) => !KEEPERS.has(table)).flatMap(columnsOf);
  const mentioned = mentionsIn(node.settings, formOfModule(definition));
  return [...namesOf(definition.needs, settings), ...mentioned, ...kept];
}

/** The days that a module declares are those that its purpose needs. */
function keptTooLong(
  modules: readonly FlowModule[],
  stored: Stored,
  { policy }: PrivacyRules,
): Problem[] {
  return modules.flatMap((module) =>
    stored(module).flatMap((table) => {
      const declared = module.definition.stores[table] ?? 0;
      const target = { moduleId: module.node.id, table, declaredDays: declared };
      const { days } = effectiveDays(policy, target);
      if (days <= declared) return [];
      return problem('kept_too_long', module, {
        table,
        days: String(days),
        declared: String(declared),
      });
    }),
  );
}

function problem(
  code: Problem['code'],
  { node }: FlowModule,
  params: Problem['params'] = {},
): Problem {
  return { severity: 'privacy', code, moduleId: node.id, params };
}
