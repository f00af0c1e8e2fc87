import type { Policy } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { contactColumns } from '../../foundation/store/tables/define-table';
import { decide } from '../../vault/retention/policy';
import type { Change, Origin } from '../engine/ports';
import type { Contact } from '../engine/turn';
import { keyOnChannel } from './key-on-channel';

interface Known {
  readonly origin: Origin;
  readonly emailKey: string | null;
  readonly contact: Contact;
}

const COLUMNS = [...Object.keys(contactColumns), 'email_confirmed'] as (keyof Contact)[];

/**
 * Enters what a chat has learnt about its customer since it asked for the address: names come after
 * it, as a rule. Returns what it has changed. Nothing is added while storing is off for the module that stored the customer.
 */
export async function completeCustomer(
  transaction: Store,
  { origin, emailKey, contact }: Known,
  policyOf: (moduleId: string) => Promise<Policy>,
): Promise<Change[]> {
  if (emailKey === null || Object.keys(contact).length < 2) return [];
  const customer = await transaction
    .selectFrom('customers')
    .select(['id', 'module_id', ...COLUMNS])
    .where('unique_key', '=', keyOnChannel(origin.channel, emailKey))
    .where('session_id', '=', origin.sessionId)
    .executeTakeFirst();
  if (!customer || COLUMNS.every((name) => customer[name] === (contact[name] ?? null))) return [];
  const { id, module_id: moduleId } = customer;
  const target = { moduleId, table: 'customers', declaredDays: 1 } as const;
  if (!decide(await policyOf(moduleId), target, 0).store) return [];
  await transaction.updateTable('customers').set(contact).where('id', '=', id).execute();
  const before = Object.fromEntries(COLUMNS.map((name) => [name, customer[name]]));
  return [{ table: 'customers', id, before }];
}
