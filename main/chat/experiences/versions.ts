import { randomUUID } from 'node:crypto';
import {
  AppError,
  type AuditDetails,
  Graph,
  type ParsedInput,
  type Version,
  type VersionSummary,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';

/*
 * Experiences as they were: published versions, and drafts that another version replaced.
 */

/** Newest first. */
export async function listVersions(
  { store }: Pick<LaneContext, 'store'>,
  { experienceId }: ParsedInput<'versions.list'>,
): Promise<VersionSummary[]> {
  const rows = await versionsOf(store)
    .where('version.experience_id', '=', experienceId)
    .orderBy('version.created_at', 'desc')
    .orderBy('version.number', 'desc')
    .execute();
  return rows.map(toSummary);
}

/** @throws AppError `version.not_found` */
export async function getVersion(
  { store }: Pick<LaneContext, 'store'>,
  { id }: ParsedInput<'versions.get'>,
): Promise<Version> {
  const row = await findVersion(store, id);
  return { ...toSummary(row), graph: parseGraph(row.graph) };
}

/** @throws AppError `version.not_found` */
export async function renameVersion(
  { store }: Pick<LaneContext, 'store'>,
  { id, name, note }: ParsedInput<'versions.rename'>,
): Promise<void> {
  const { numUpdatedRows } = await store
    .updateTable('experience_versions')
    .set({ name, note })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('version.not_found');
}

/** @throws AppError `version.not_found`, `version.is_published` */
export async function discardVersion(
  { store }: Pick<LaneContext, 'store'>,
  { id }: ParsedInput<'versions.discard'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { number } = await findVersion(transaction, id);
    if (number !== null) throw new AppError('version.is_published');
    await transaction.deleteFrom('experience_versions').where('id', '=', id).execute();
  });
}

export interface NewVersion {
  readonly experienceId: string;
  /** Null for a draft that is kept. */
  readonly number: number | null;
  readonly name: string;
  readonly note: string;
  /** JSON. */
  readonly graph: string;
}

/** Returns its id. */
export async function addVersion(
  transaction: Store,
  version: NewVersion,
  { user, nowMs }: Pick<LaneContext, 'user' | 'nowMs'>,
): Promise<string> {
  const id = randomUUID();
  const { experienceId, graph, ...labels } = version;
  await transaction
    .insertInto('experience_versions')
    .values({
      id,
      experience_id: experienceId,
      ...labels,
      graph,
      modules: parseGraph(graph).modules.length,
      created_at: nowMs,
      created_by: user.name,
    })
    .execute();
  return id;
}

export function versionsOf(store: Store) {
  return store
    .selectFrom('experience_versions as version')
    .innerJoin('experiences as experience', 'experience.id', 'version.experience_id')
    .select([
      'version.id',
      'version.number',
      'version.name',
      'version.note',
      'version.created_at',
      'version.created_by',
      'version.modules',
      'experience.published_version_id',
    ]);
}

/** @throws AppError `version.not_found` */
export async function findVersion(store: Store, id: string) {
  const row = await versionsOf(store)
    .select(['version.graph', 'version.experience_id'])
    .where('version.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('version.not_found');
  return row;
}

/**
 * The draft as JSON, if it still is what the user has seen.
 *
 * @throws AppError `experience.not_found`, `experience.conflict`
 */
export async function draftAt(
  transaction: Store,
  experienceId: string,
  revision: number,
): Promise<string> {
  const row = await transaction
    .selectFrom('experiences')
    .select(['draft', 'revision'])
    .where('id', '=', experienceId)
    .executeTakeFirst();
  if (!row) throw new AppError('experience.not_found');
  if (row.revision !== revision) throw new AppError('experience.conflict');
  return row.draft;
}

/** What the audit log says about a version: which one it is of what. */
export async function versionDetails(
  transaction: Store,
  experienceId: string,
  number: number | null,
): Promise<AuditDetails> {
  const { name: experience } = await transaction
    .selectFrom('experiences')
    .select('name')
    .where('id', '=', experienceId)
    .executeTakeFirstOrThrow();
  return { experience, ...(number !== null && { number }) };
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof versionsOf>['executeTakeFirstOrThrow']>>;

export function toSummary(row: SummaryRow): VersionSummary {
  const { id, number, name, note, modules } = row;
  return {
    id,
    number,
    name,
    note,
    modules,
    createdAt: row.created_at,
    createdBy: row.created_by,
    isPublished: id === row.published_version_id,
  };
}

export function parseGraph(graph: string): Graph {
  return Graph.parse(JSON.parse(graph));
}
