import {
  AppError,
  type AuditDetails,
  type AuditEntry,
  type Certificate,
  TABLE_NAMES,
} from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { sumOf } from '../../vault/retention/erase-person';
import { removalsSince } from '../../vault/retention/removed-traces';

const SHOWN_CERTIFICATES = 500;

/** What the audit log records of an erasure: all that a certificate says, and nothing personal. */
export function detailsOf({
  reference,
  tables,
  requests,
}: Pick<Certificate, 'reference' | 'tables' | 'requests'>): AuditDetails {
  const { erased, held } = sumOf(tables);
  const perTable = tables.flatMap((each) => [
    ...(each.erased > 0 ? [[`erased.${each.table}`, each.erased]] : []),
    ...(each.held > 0 ? [[`held.${each.table}`, each.held]] : []),
  ]);
  return {
    reference,
    rows: erased,
    ...(held > 0 && { held }),
    ...(requests > 0 && { requests }),
    ...Object.fromEntries(perTable),
  };
}

/** Newest first, as far back as the audit log remembers. */
export async function listCertificates(store: Store): Promise<Certificate[]> {
  const action = 'person.erased_on_request';
  const entries = await readAuditPage(store, { action, limit: SHOWN_CERTIFICATES });
  const removals = await removalsSince(store, entries.at(-1)?.seq ?? 0);
  return entries.map((entry) => certificateOf(entry, removals));
}

/** @throws AppError `person.certificate_not_found` */
export async function findCertificate(store: Store, seq: number): Promise<Certificate> {
  const [entry] = await readAuditPage(store, { before: seq + 1, limit: 1 });
  if (entry?.seq !== seq || entry.action !== 'person.erased_on_request') {
    throw new AppError('person.certificate_not_found');
  }
  return certificateOf(entry, await removalsSince(store, seq));
}

function certificateOf(
  { seq, at, user, details, hash }: AuditEntry,
  removals: ReadonlyMap<number, number>,
): Certificate {
  const tracesRemovedAt = removals.get(seq) ?? null;
  const count = (name: string): number => Number(details[name] ?? 0);
  const tables = TABLE_NAMES.map((table) => ({
    table,
    erased: count(`erased.${table}`),
    held: count(`held.${table}`),
  })).filter(({ erased, held }) => erased + held > 0);
  const reference = String(details.reference);
  const requests = count('requests');
  return { seq, at, tracesRemovedAt, user, reference, tables, requests, hash };
}
