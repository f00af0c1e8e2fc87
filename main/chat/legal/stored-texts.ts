import { sql } from 'kysely';
import {
  AppError,
  type Graph,
  LegalContent,
  LegalVersion,
  LegalWords,
} from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { sha256 } from '../files/sha256';
import { legalIdsInGraph } from '../flow/legal-mentions';
import type { PinnedText, PinnedTexts } from './pinned';

/*
 * Legal texts as the database has them.
 */

/** @throws AppError `legal.not_found` */
export async function findText(store: Store, id: string) {
  const row = await store
    .selectFrom('legal_texts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('legal.not_found');
  return row;
}

/** Newest first. */
export async function versionsOf(store: Store, textId: string): Promise<LegalVersion[]> {
  const rows = await store
    .selectFrom('legal_text_versions')
    .selectAll()
    .where('legal_text_id', '=', textId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toVersion);
}

interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly languages: string;
  readonly address: string;
  readonly note: string;
  readonly created_at: number;
  readonly created_by: string;
}

function toVersion({
  created_at: createdAt,
  created_by: createdBy,
  ...row
}: VersionRow): LegalVersion {
  const { id, number, address, note } = row;
  const languages = LegalVersion.shape.languages.parse(JSON.parse(row.languages));
  return { id, number, languages, address, note, createdAt, createdBy };
}

/** The text of each language with its checksum, as JSON. */
export function languagesWithHashes(languages: LegalContent['languages']): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(languages).map(([tag, words]) => {
        const { title, text } = LegalWords.parse(words);
        return [tag, { title, text, sha256: sha256(text) }];
      }),
    ),
  );
}

export function draftOf(draft: string): LegalContent {
  return LegalContent.parse(JSON.parse(draft));
}

/** What the next version begins as. */
export function contentOf({ languages, address }: LegalVersion): LegalContent {
  const words = Object.entries(languages).map(([tag, { title, text }]) => [tag, { title, text }]);
  return { languages: Object.fromEntries(words), address };
}

/** The newest versions of the texts that these experiences mention; those without one are left out. */
export async function pinnedTexts(store: Store, graphs: Iterable<Graph>): Promise<PinnedTexts> {
  const ids = new Set([...graphs].flatMap(legalIdsInGraph));
  return ids.size === 0 ? new Map() : newestOf(store, [...ids]);
}

/** Of these texts, by id. */
export async function newestOf(
  store: Store,
  ids: readonly string[],
): Promise<Map<string, PinnedText>> {
  const rows = await newest(store)
    .select('text.kind')
    .selectAll('version')
    .where('text.id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ textId, kind, ...version }) => [
      textId,
      { id: textId, kind, version: toVersion(version) },
    ]),
  );
}

export interface NewestVersion {
  readonly number: number;
  readonly at: number;
  readonly languages: readonly string[];
}

/** Of all texts, by id, without their words: those are long. */
export async function newestVersions(store: Store): Promise<Map<string, NewestVersion>> {
  const rows = await newest(store)
    .select(['version.number', 'version.created_at as at'])
    .select(
      sql<string>`(select json_group_array(key) from json_each(version.languages))`.as('languages'),
    )
    .execute();
  return new Map(
    rows.map(({ textId, number, at, languages }) => [
      textId,
      { number, at, languages: JSON.parse(languages) },
    ]),
  );
}

function newest(store: Store) {
  return store
    .selectFrom('legal_texts as text')
    .innerJoin('legal_text_versions as version', 'version.legal_text_id', 'text.id')
    .select('text.id as textId')
    .where('version.number', '=', (query) =>
      query
        .selectFrom('legal_text_versions as any')
        .whereRef('any.legal_text_id', '=', 'text.id')
        .select((row) => row.fn.max('any.number').as('number')),
    );
}
