import {
  AppError,
  type ExperienceSummary,
  type ExperienceView,
  Graph,
  type Publication,
} from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';

export type StoredExperience = Omit<ExperienceView, 'problems'>;

export class Experiences {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** In the order in which they were made. */
  async list(): Promise<ExperienceSummary[]> {
    const rows = await this.#withPublication().orderBy('experience.created_at').execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      modules: countModules(row.draft),
      updatedAt: row.updated_at,
      archivedAt: row.archived_at,
      published: publicationOf(row),
    }));
  }

  /** @throws AppError `experience.not_found` */
  async get(id: string): Promise<StoredExperience> {
    const row = await this.#withPublication().where('experience.id', '=', id).executeTakeFirst();
    if (!row) throw new AppError('experience.not_found');
    const { name, revision } = row;
    return { id, name, revision, draft: parseDraft(row.draft), published: publicationOf(row) };
  }

  async create(id: string, name: string, draft: Graph, nowMs: number): Promise<void> {
    await this.#store
      .insertInto('experiences')
      .values({
        id,
        name,
        draft: JSON.stringify(draft),
        revision: 1,
        created_at: nowMs,
        updated_at: nowMs,
      })
      .execute();
  }

  async rename(id: string, name: string, nowMs: number): Promise<void> {
    const { numUpdatedRows } = await this.#store
      .updateTable('experiences')
      .set({ name, updated_at: nowMs })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('experience.not_found');
  }

  /**
   * Saves the draft that was made from `revision`, and returns the new revision.
   *
   * @throws AppError `experience.conflict` when the draft was saved by someone else meanwhile.
   */
  async saveDraft(id: string, draft: Graph, revision: number, nowMs: number): Promise<number> {
    const { numUpdatedRows } = await this.#store
      .updateTable('experiences')
      .set({ draft: JSON.stringify(draft), revision: revision + 1, updated_at: nowMs })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return revision + 1;
    await this.get(id);
    throw new AppError('experience.conflict');
  }

  /** What participants get of it. */
  async publication(id: string): Promise<Publication | null> {
    const row = await this.#withPublication().where('experience.id', '=', id).executeTakeFirst();
    return row ? publicationOf(row) : null;
  }

  #withPublication() {
    return this.#store
      .selectFrom('experiences as experience')
      .leftJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
      .selectAll('experience')
      .select(({ eb }) => [
        'version.id as versionId',
        'version.number as number',
        'version.created_at as at',
        eb('version.graph', '<>', eb.ref('experience.draft'))
          .$castTo<number | null>()
          .as('differs'),
      ]);
  }
}

function publicationOf(row: PublicationRow): Publication | null {
  const { versionId, number, at, differs } = row;
  if (versionId === null || number === null || at === null) return null;
  return { versionId, number, at, differs: differs === 1 };
}

interface PublicationRow {
  versionId: string | null;
  number: number | null;
  at: number | null;
  differs: number | null;
}

function parseDraft(text: string): Graph {
  return Graph.parse(JSON.parse(text));
}

/** Checked when it was saved: a list of long drafts is not checked again for a number. */
function countModules(draft: string): number {
  return (JSON.parse(draft) as Graph).modules.length;
}
