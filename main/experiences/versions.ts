import { randomUUID } from 'node:crypto';
import {
  AppError,
  Graph,
  type ParsedInput,
  type Version,
  type VersionSummary,
} from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Store } from '../store/database';
import { draftProblems } from './draft-problems';

export interface VersionsPorts {
  readonly store: Store;
  readonly nowMs: () => number;
  readonly actor: () => Actor;
}

/** What participants get. */
export interface PublishedVersion {
  readonly versionId: string;
  readonly number: number;
  /** The version's own name, often empty. */
  readonly name: string;
  readonly experienceName: string;
  readonly graph: Graph;
}

/** Experiences as they were: published versions, and drafts that another version replaced. */
export class Versions {
  readonly #ports: VersionsPorts;

  constructor(ports: VersionsPorts) {
    this.#ports = ports;
  }

  /** Newest first. */
  async list(experienceId: string): Promise<VersionSummary[]> {
    const rows = await versionsOf(this.#ports.store)
      .where('version.experience_id', '=', experienceId)
      .orderBy('version.created_at', 'desc')
      .orderBy('version.number', 'desc')
      .execute();
    return rows.map(toSummary);
  }

  /** @throws AppError `version.not_found` */
  async get(id: string): Promise<Version> {
    const row = await find(this.#ports.store, id);
    return { ...toSummary(row), graph: parse(row.graph) };
  }

  /** The version that participants get; null while none is published. */
  async published(experienceId: string): Promise<PublishedVersion | null> {
    const row = await this.#ports.store
      .selectFrom('experiences as experience')
      .innerJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
      .where('experience.id', '=', experienceId)
      .select([
        'version.id as versionId',
        'version.number',
        'version.name',
        'experience.name as experienceName',
        'version.graph',
      ])
      .executeTakeFirst();
    if (!row || row.number === null) return null;
    return { ...row, number: row.number, graph: parse(row.graph) };
  }

  /**
   * @throws AppError `version.has_errors`, `experience.not_found`, or `experience.conflict` when the
   * draft is another than the user has checked.
   */
  async publish(request: ParsedInput<'versions.publish'>): Promise<VersionSummary> {
    const { store } = this.#ports;
    const { experienceId, revision, name, note } = request;
    return store.transaction().execute(async (transaction) => {
      const { draft } = await draftAt(transaction, experienceId, revision);
      const experience = { id: experienceId, graph: parse(draft) };
      // Participants get published versions, whatever the drafts beside them are by now.
      const found = await draftProblems(transaction, experience, 'published');
      if (found.some(({ severity }) => severity === 'error')) {
        throw new AppError('version.has_errors');
      }
      const number = (await newestNumber(transaction, experienceId)) + 1;
      const id = await this.#insert(transaction, {
        experienceId,
        number,
        name,
        note,
        graph: draft,
      });
      await setPublished(transaction, experienceId, id);
      await this.#record(transaction, 'experience.published', experienceId, number);
      return toSummary(await find(transaction, id));
    });
  }

  /** Does nothing when nothing is published. */
  async unpublish(experienceId: string): Promise<void> {
    await this.#ports.store.transaction().execute(async (transaction) => {
      const published = await versionsOf(transaction)
        .where('version.experience_id', '=', experienceId)
        .whereRef('version.id', '=', 'experience.published_version_id')
        .executeTakeFirst();
      if (!published) return;
      await setPublished(transaction, experienceId, null);
      const { number } = published;
      await this.#record(transaction, 'experience.unpublished', experienceId, number);
    });
  }

  /** @throws AppError `version.not_found` */
  async rename({ id, name, note }: ParsedInput<'versions.rename'>): Promise<void> {
    const { numUpdatedRows } = await this.#ports.store
      .updateTable('experience_versions')
      .set({ name, note })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('version.not_found');
  }

  /**
   * Makes the version the draft of its experience, and returns the experience's id. A draft that no
   * version holds is kept as one first.
   *
   * @throws AppError `version.not_found`, or `experience.conflict` when the draft was saved elsewhere.
   */
  async restore({ id, revision }: ParsedInput<'versions.restore'>): Promise<string> {
    return this.#ports.store.transaction().execute(async (transaction) => {
      const { experience_id: experienceId, graph, number } = await find(transaction, id);
      const { draft } = await draftAt(transaction, experienceId, revision);
      if (!(await isKept(transaction, experienceId, draft))) {
        const kept = { experienceId, number: null, name: '', note: '', graph: draft };
        await this.#insert(transaction, kept);
      }
      await transaction
        .updateTable('experiences')
        .set({ draft: graph, revision: revision + 1, updated_at: this.#ports.nowMs() })
        .where('id', '=', experienceId)
        .execute();
      await this.#record(transaction, 'experience.version_restored', experienceId, number);
      return experienceId;
    });
  }

  /** @throws AppError `version.not_found`, `version.is_published` */
  async discard(id: string): Promise<void> {
    await this.#ports.store.transaction().execute(async (transaction) => {
      const { number } = await find(transaction, id);
      if (number !== null) throw new AppError('version.is_published');
      await transaction.deleteFrom('experience_versions').where('id', '=', id).execute();
    });
  }

  async #insert(transaction: Store, version: NewVersion): Promise<string> {
    const id = randomUUID();
    const { experienceId, graph, ...labels } = version;
    await transaction
      .insertInto('experience_versions')
      .values({
        id,
        experience_id: experienceId,
        ...labels,
        graph,
        modules: parse(graph).modules.length,
        created_at: this.#ports.nowMs(),
        created_by: this.#ports.actor().name,
      })
      .execute();
    return id;
  }

  async #record(
    transaction: Store,
    action: 'experience.published' | 'experience.unpublished' | 'experience.version_restored',
    experienceId: string,
    number: number | null,
  ): Promise<void> {
    const { name: experience } = await transaction
      .selectFrom('experiences')
      .select('name')
      .where('id', '=', experienceId)
      .executeTakeFirstOrThrow();
    const details = { experience, ...(number !== null && { number }) };
    await recordAudit(transaction, this.#ports.actor(), this.#ports.nowMs(), action, details);
  }
}

interface NewVersion {
  readonly experienceId: string;
  readonly number: number | null;
  readonly name: string;
  readonly note: string;
  /** JSON. */
  readonly graph: string;
}

function versionsOf(store: Store) {
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

async function find(store: Store, id: string) {
  const row = await versionsOf(store)
    .select(['version.graph', 'version.experience_id'])
    .where('version.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('version.not_found');
  return row;
}

async function draftAt(transaction: Store, experienceId: string, revision: number) {
  const row = await transaction
    .selectFrom('experiences')
    .select(['draft', 'revision'])
    .where('id', '=', experienceId)
    .executeTakeFirst();
  if (!row) throw new AppError('experience.not_found');
  if (row.revision !== revision) throw new AppError('experience.conflict');
  return row;
}

async function newestNumber(transaction: Store, experienceId: string): Promise<number> {
  const { number } = await transaction
    .selectFrom('experience_versions')
    .where('experience_id', '=', experienceId)
    .select((version) => version.fn.max('number').as('number'))
    .executeTakeFirstOrThrow();
  return number ?? 0;
}

/** Whether some version holds exactly this draft. */
async function isKept(store: Store, experienceId: string, graph: string): Promise<boolean> {
  const row = await store
    .selectFrom('experience_versions')
    .select('id')
    .where('experience_id', '=', experienceId)
    .where('graph', '=', graph)
    .executeTakeFirst();
  return row !== undefined;
}

async function setPublished(store: Store, experienceId: string, versionId: string | null) {
  await store
    .updateTable('experiences')
    .set({ published_version_id: versionId })
    .where('id', '=', experienceId)
    .execute();
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof versionsOf>['executeTakeFirstOrThrow']>>;

function toSummary(row: SummaryRow): VersionSummary {
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

function parse(graph: string): Graph {
  return Graph.parse(JSON.parse(graph));
}
