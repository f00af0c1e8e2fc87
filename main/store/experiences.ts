import {
  AppError,
  type ExperienceSummary,
  type ExperienceView,
  Graph,
} from '../../preload/contract';
import type { Store } from './database';

export type StoredExperience = Omit<ExperienceView, 'problems'>;

export class Experiences {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async list(): Promise<ExperienceSummary[]> {
    const rows = await this.#store
      .selectFrom('experiences')
      .selectAll()
      .orderBy('created_at')
      .execute();
    return rows.map(({ id, name, draft, updated_at }) => ({
      id,
      name,
      modules: parseDraft(draft).modules.length,
      updatedAt: updated_at,
    }));
  }

  /** @throws AppError `experience.not_found` */
  async get(id: string): Promise<StoredExperience> {
    const row = await this.#store
      .selectFrom('experiences')
      .select(['id', 'name', 'draft', 'revision'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new AppError('experience.not_found');
    return { ...row, draft: parseDraft(row.draft) };
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
}

function parseDraft(text: string): Graph {
  return Graph.parse(JSON.parse(text));
}
