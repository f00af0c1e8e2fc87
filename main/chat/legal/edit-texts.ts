import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  AppError,
  gapsIn,
  type LegalContent,
  type LegalTextSummary,
  type LegalTextView,
  type Output,
  type ParsedInput,
} from '../../../preload/contract';
import type { Context, LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import {
  contentOf,
  draftOf,
  findText,
  languagesWithHashes,
  newestVersions,
  versionsOf,
} from './stored-texts';
import { usesOf } from './uses';

type Editing = Pick<Context, 'store' | 'record' | 'nowMs'>;

export async function listTexts({
  store,
}: Pick<LaneContext, 'store'>): Promise<LegalTextSummary[]> {
  const rows = await store
    .selectFrom('legal_texts')
    .select(['id', 'kind', 'name', 'archived_at'])
    .select((row) => row('draft', 'is not', null).as('hasDraft'))
    .select(
      sql<string>`(select json_group_array(key) from json_each(draft, '$.languages'))`.as(
        'drafted',
      ),
    )
    .orderBy('name')
    .execute();
  const newest = await newestVersions(store);
  return Promise.all(
    rows.map(async ({ id, kind, name, archived_at: archivedAt, hasDraft, drafted }) => {
      const version = newest.get(id);
      return {
        id,
        kind,
        name,
        archivedAt,
        current: version ? { number: version.number, at: version.at } : null,
        languages: version ? [...version.languages] : JSON.parse(drafted),
        hasDraft: Boolean(hasDraft),
        uses: await usesOf(store, id),
      };
    }),
  );
}

/** @throws AppError `legal.not_found` */
export async function viewText(
  { store }: Pick<LaneContext, 'store'>,
  { id }: ParsedInput<'legal.get'>,
): Promise<LegalTextView> {
  const row = await findText(store, id);
  const versions = await versionsOf(store, id);
  const [newest] = versions;
  const kept = newest ? contentOf(newest) : { languages: {}, address: '' };
  const draft = row.draft === null ? kept : draftOf(row.draft);
  return {
    id,
    kind: row.kind,
    name: row.name,
    archivedAt: row.archived_at,
    current: newest ? { number: newest.number, at: newest.createdAt } : null,
    languages: Object.keys((newest ?? draft).languages),
    hasDraft: row.draft !== null,
    uses: await usesOf(store, id),
    draft,
    revision: row.revision,
    versions,
  };
}

/** Makes a text with a draft, and publishes nothing. */
export async function createText(
  { store, record, nowMs }: Editing,
  { kind, name, content }: ParsedInput<'legal.create'>,
): Promise<Output<'legal.create'>> {
  const id = randomUUID();
  await store.transaction().execute(async (transaction) => {
    const draft = JSON.stringify(content);
    await transaction
      .insertInto('legal_texts')
      .values({ id, kind, name, created_at: nowMs, draft, revision: 1 })
      .execute();
    await record(transaction, { text: name });
  });
  return { id };
}

/** @throws AppError `legal.not_found` */
export async function renameText(
  { store, record }: Editing,
  { id, name }: ParsedInput<'legal.rename'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { name: before } = await findText(transaction, id);
    await transaction.updateTable('legal_texts').set({ name }).where('id', '=', id).execute();
    await record(transaction, { from: before, to: name });
  });
}

/** Saves what the next version will be. @throws AppError `legal.not_found`, `legal.conflict` */
export async function saveDraft(
  { store }: Pick<Context, 'store'>,
  { id, revision, content }: ParsedInput<'legal.saveDraft'>,
): Promise<Output<'legal.saveDraft'>> {
  return store.transaction().execute(async (transaction) => {
    await textAt(transaction, id, revision);
    await setDraft(transaction, id, revision + 1, content);
    return { revision: revision + 1 };
  });
}

/** @throws AppError `legal.not_found` */
export async function discardDraft(
  context: Pick<Context, 'store'>,
  { id }: ParsedInput<'legal.discardDraft'>,
): Promise<LegalTextView> {
  const { store } = context;
  await store.transaction().execute(async (transaction) => {
    const { revision } = await findText(transaction, id);
    await setDraft(transaction, id, revision + 1, null);
  });
  return viewText(context, { id });
}

/**
 * Makes the next version of the draft.
 *
 * @throws AppError `legal.not_found`, `legal.conflict`, `legal.unchanged`, `legal.incomplete`,
 * `legal.gaps_left`
 */
export async function publishText(
  context: Pick<Context, 'store' | 'record' | 'nowMs' | 'user'>,
  { id, revision, note }: ParsedInput<'legal.publish'>,
): Promise<LegalTextView> {
  const { store, record, nowMs, user } = context;
  await store.transaction().execute(async (transaction) => {
    const { draft, name } = await textAt(transaction, id, revision);
    if (draft === null) throw new AppError('legal.unchanged');
    const content = draftOf(draft);
    requireComplete(content);
    const [newest] = await versionsOf(transaction, id);
    const number = (newest?.number ?? 0) + 1;
    await addVersion(transaction, { textId: id, number, content, note }, { nowMs, user });
    await setDraft(transaction, id, revision + 1, null);
    await record(transaction, { text: name, number });
  });
  return viewText(context, { id });
}

export interface NewLegalVersion {
  readonly textId: string;
  readonly number: number;
  readonly content: LegalContent;
  readonly note: string;
}

export async function addVersion(
  transaction: Store,
  { textId, number, content, note }: NewLegalVersion,
  { nowMs, user }: Pick<LaneContext, 'nowMs' | 'user'>,
): Promise<void> {
  await transaction
    .insertInto('legal_text_versions')
    .values({
      id: randomUUID(),
      legal_text_id: textId,
      number,
      languages: languagesWithHashes(content.languages),
      address: content.address,
      note,
      created_at: nowMs,
      created_by: user.name,
    })
    .execute();
}

/** A participant must find neither an empty text nor one in which something is still to be filled in. */
function requireComplete({ languages }: LegalContent): void {
  const all = Object.entries(languages);
  const [empty] = all.find(([, { title, text }]) => title === '' || text.trim() === '') ?? [];
  if (all.length === 0 || empty !== undefined) {
    throw new AppError('legal.incomplete', { language: empty ?? '' });
  }
  const count = all.flatMap(([, { title, text }]) => [...gapsIn(title), ...gapsIn(text)]).length;
  if (count > 0) throw new AppError('legal.gaps_left', { count });
}

async function textAt(transaction: Store, id: string, revision: number) {
  const row = await findText(transaction, id);
  if (row.revision !== revision) throw new AppError('legal.conflict');
  return row;
}

async function setDraft(
  store: Store,
  id: string,
  revision: number,
  content: LegalContent | null,
): Promise<void> {
  const draft = content === null ? null : JSON.stringify(content);
  await store.updateTable('legal_texts').set({ draft, revision }).where('id', '=', id).execute();
}
