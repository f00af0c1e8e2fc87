import type {
  ParsedInput,
  RetentionPolicyView,
  WorkspaceSettings,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { retention } from '../../vault/retention/retention';
import { readWorkspaceRule } from '../../vault/retention/rules';
import { readWorkspaceSettings } from '../../vault/workspace/settings';
import { applyRuleTask, type RuleChange } from './apply-rule';
import { policyViewTask } from './policy-view';

type Changing = Pick<Context, 'run' | 'emit' | 'the'>;

/**
 * Sets a rule and shows the policy that results from it.
 *
 * @throws AppError `retention.affected_changed`
 */
export async function setRule(
  context: Changing,
  change: ParsedInput<'retention.setRule'>,
): Promise<RetentionPolicyView> {
  await apply(context, change);
  return context.run(policyViewTask, null);
}

/** Switches storing on or off in the whole workspace; what is stored stays as it is. */
export async function setStoreData(
  context: Changing & Pick<Context, 'store'>,
  { storeData }: ParsedInput<'workspace.setStoreData'>,
): Promise<WorkspaceSettings> {
  const { store } = context;
  const { days } = await readWorkspaceRule(store);
  const rule = { moduleId: null, table: null, enabled: storeData, days };
  await apply(context, { rule, confirmedRows: 0 });
  return readWorkspaceSettings(store);
}

/** The screens hear of it here, as the tables are in no output; rows that are due by now go soon. */
async function apply({ run, emit, the }: Changing, change: RuleChange): Promise<void> {
  const tables = await run(applyRuleTask, change);
  if (tables.length === 0) return;
  emit('data.changed', { tables });
  the(retention).sweepSoon();
}
