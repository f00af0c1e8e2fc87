import { randomUUID } from 'node:crypto';
import type {
  CodeChoiceOutcome,
  CodeFileSample,
  CodeReadOutcome,
  CodesProgress,
  ParsedInput,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { expectNoLeftovers } from './leftovers';
import { poolName } from './pool-name';
import { stagedImport } from './staged-import';
import { lookTask, stageTask, tidyCodes } from './tasks';

/**
 * Asks for a file and looks at it, for the pool to add to or for a new one.
 *
 * @throws AppError `codes.*`, each saying what is wrong with the file
 */
export async function chooseCodes(
  { store, desktop, run, the }: Pick<Context, 'store' | 'desktop' | 'run' | 'the'>,
  { poolId }: ParsedInput<'codes.choose'>,
): Promise<CodeChoiceOutcome> {
  if (poolId !== undefined) await poolName(store, poolId);
  const file = await desktop.chooseSource('codes');
  if (file === null) return { outcome: 'dismissed' };
  const sample = await run(lookTask, { file, layout: {} });
  const ticket = the(stagedImport).choose({ file, poolId: poolId ?? randomUUID() });
  return { outcome: 'chosen', sample: { ticket, ...sample } };
}

/** @throws AppError `codes.*`, each saying what is wrong with the file, or `codes.ticket_not_found` */
export async function lookAgain(
  { run, the }: Pick<Context, 'run' | 'the'>,
  { ticket, layout }: ParsedInput<'codes.look'>,
): Promise<CodeFileSample> {
  const { file } = the(stagedImport).chosen(ticket);
  return { ticket, ...(await run(lookTask, { file, layout })) };
}

/**
 * Reads all of the file as its user says that it is to be understood.
 *
 * @throws AppError `codes.*`, each saying what is wrong with the file, or `codes.ticket_not_found`
 */
export async function readCodes(
  { run, report: onProgress, the }: Context<CodesProgress>,
  { ticket, layout, columns }: ParsedInput<'codes.read'>,
): Promise<CodeReadOutcome> {
  const { file, poolId } = the(stagedImport).chosen(ticket);
  the(stagedImport).keep(ticket, undefined);
  const staged = await run(stageTask, { file, poolId, layout, columns }, { onProgress });
  the(stagedImport).keep(ticket, staged);
  return { outcome: 'read', preview: staged.preview };
}

/**
 * Makes the codes that were read part of their pool, and returns its id.
 *
 * @throws AppError `codes.ticket_not_found`
 */
export async function importCodes(
  { store, nowMs, record, the }: Pick<Context, 'store' | 'nowMs' | 'record' | 'the'>,
  { ticket, name }: ParsedInput<'codes.import'>,
): Promise<string> {
  const { poolId, base, encodable, preview } = the(stagedImport).take(ticket);
  const flags = { ean13: flag(encodable.ean13), code128: flag(encodable.code128) };
  await store.transaction().execute(async (transaction) => {
    const size = base + preview.codes;
    const values = { id: poolId, name, size, created_at: nowMs, ...flags };
    await transaction
      .insertInto('code_pools')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          size,
          ean13: row.fn<0 | 1>('min', ['code_pools.ean13', 'excluded.ean13']),
          code128: row.fn<0 | 1>('min', ['code_pools.code128', 'excluded.code128']),
        })),
      )
      .execute();
    await expectNoLeftovers(transaction, poolId);
    const pool = await poolName(transaction, poolId);
    await record(transaction, { pool, codes: preview.codes });
  });
  return poolId;
}

/** Forgets what was read. */
export async function discardCodes(
  { store, run, the }: Pick<Context, 'store' | 'run' | 'the'>,
  { ticket }: ParsedInput<'codes.discard'>,
): Promise<void> {
  if (!the(stagedImport).isWaiting(ticket)) return;
  the(stagedImport).forget();
  await tidyCodes({ store, run });
}

const flag = (is: boolean): 0 | 1 => (is ? 1 : 0);
