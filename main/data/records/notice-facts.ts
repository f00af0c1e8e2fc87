import {
  type ActivityDetails,
  effectiveDays,
  NO_DETAILS,
  type Policy,
  type RecordDetails,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { FlowIndex } from '../../chat/flow/flow-index';
import { type PossibleWrites, possibleWrites } from '../../chat/flow/possible-writes';
import { storesWith } from '../../chat/modules/define-module';
import { dataTables } from '../../foundation/store/tables';
import { type Columns, contactColumns } from '../../foundation/store/tables/define-table';

/** What is kept in a table: which personal data, and for how many days each of the modules keeps it. */
export interface KeptData {
  readonly table: TableName;
  /** Names of columns, in the order of the table. */
  readonly columns: readonly string[];
  /** Different spans, the shortest first. */
  readonly days: readonly number[];
}

export interface NoticeExperience {
  readonly name: string;
  /** What the records of processing state; empty where they do not. */
  readonly stated: ActivityDetails;
  readonly kept: readonly KeptData[];
  readonly asksConsent: boolean;
  /** What participants can do themselves, in the chat. */
  readonly canErase: boolean;
  readonly canWithdraw: boolean;
}

/** All that a privacy notice is made of. */
export interface NoticeFacts
  extends Pick<RecordDetails, 'controller' | 'contact' | 'dataProtectionOfficer'> {
  readonly experiences: readonly NoticeExperience[];
}

export interface NamedFlowIndex {
  readonly id: string;
  readonly name: string;
  readonly flow: FlowIndex;
}

/** @param library experiences into which these can lead, by id */
export function noticeFacts(
  experiences: readonly NamedFlowIndex[],
  library: ReadonlyMap<string, FlowIndex>,
  { policy, details }: { policy: Policy; details: RecordDetails },
): NoticeFacts {
  const { controller, contact, dataProtectionOfficer, activities } = details;
  return {
    controller,
    contact,
    dataProtectionOfficer,
    experiences: experiences.map(({ id, name, flow }) => {
      const writes = possibleWrites(flow, library);
      const kept = keptBy(writes, policy);
      const has = (type: string): boolean =>
        writes.some(({ module }) => module.definition.type === type);
      return {
        name,
        stated: activities[id] ?? NO_DETAILS,
        kept,
        asksConsent: has('consent'),
        canErase: has('delete_my_data'),
        canWithdraw: has('withdraw_consent'),
      };
    }),
  };
}

/** What can be written under the policy; tables without anything personal are left out. */
function keptBy(writes: readonly PossibleWrites[], policy: Policy): KeptData[] {
  return TABLE_NAMES.flatMap((table) => {
    const columns = new Set<string>();
    const spans = new Set<number>();
    for (const each of writes) {
      const { node, definition } = each.module;
      const declaredDays = new Map(storesWith(definition, node.settings)).get(table);
      if (declaredDays === undefined) continue;
      const { days, offBy } = effectiveDays(policy, { moduleId: node.id, table, declaredDays });
      const personal = personalColumns(table, each);
      if (offBy || personal.length === 0) continue;
      spans.add(days);
      for (const name of personal) columns.add(name);
    }
    if (spans.size === 0) return [];
    const days = [...spans].toSorted((a, b) => a - b);
    return [{ table, days, columns: personalIn(table).filter((name) => columns.has(name)) }];
  });
}

/** Columns of contact data are filled from what the chat knows; the others by the module itself. */
function personalColumns(table: TableName, { contact, customer }: PossibleWrites): string[] {
  const known = table === 'customers' ? customer : contact;
  return personalIn(table).filter((name) => !(name in contactColumns) || known.has(name));
}

function personalIn(table: TableName): string[] {
  const columns: Columns = dataTables[table].columns;
  // Ids of options say again what the answer beside them says.
  return Object.keys(columns).filter(
    (name) => columns[name]?.personal && (!columns[name]?.technical || name === 'content'),
  );
}
