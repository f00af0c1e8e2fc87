import { randomUUID } from 'node:crypto';
import { Graph, type ImportPreview, renewLegalIds } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { sha256 } from '../files/sha256';
import type { FiledLegalText } from '../flow/legal-in-file';
import { legalIdsInGraph } from '../flow/legal-mentions';
import type { LegalFacts } from '../flow/legal-problems';
import { addVersion } from './edit-texts';
import type { PinnedText } from './pinned';
import { contentOf, newestOf } from './stored-texts';

/** The published texts that an experience mentions, as its file takes them along. */
export async function legalTextsFor(store: Store, graph: Graph): Promise<FiledLegalText[]> {
  const ids = legalIdsInGraph(graph);
  if (ids.length === 0) return [];
  const names = await store
    .selectFrom('legal_texts')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const newest = await newestOf(store, ids);
  return names.flatMap(({ id, name }) => {
    const text = newest.get(id);
    return text ? [{ id, kind: text.kind, name, ...contentOf(text.version) }] : [];
  });
}

/** Of the texts of a file, those that this workspace has already: of the same kind, word for word. */
export async function knownTexts(
  store: Store,
  texts: readonly FiledLegalText[],
): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map();
  const rows = await store
    .selectFrom('legal_texts')
    .select('id')
    .where('archived_at', 'is', null)
    .execute();
  const newest =
    rows.length > 0
      ? await newestOf(
          store,
          rows.map(({ id }) => id),
        )
      : new Map();
  const own = new Map([...newest.values()].map((text: PinnedText) => [keyOfOwn(text), text.id]));
  return new Map(
    texts.flatMap((text) => {
      const known = own.get(keyOfFiled(text));
      return known === undefined ? [] : [[text.id, known] as const];
    }),
  );
}

/**
 * Makes those of the texts that are not here yet, each with its first version, and returns the graph with
 * the ids that they have here. What it mentions beside them stays, and is a problem of the experience.
 */
export async function adoptTexts(
  transaction: Store,
  draft: string,
  texts: readonly FiledLegalText[],
  circumstances: Pick<LaneContext, 'nowMs' | 'user'>,
): Promise<string> {
  const ids = await knownTexts(transaction, texts);
  for (const { id, kind, name, languages, address } of texts) {
    if (ids.has(id)) continue;
    const textId = randomUUID();
    await transaction
      .insertInto('legal_texts')
      .values({ id: textId, kind, name, created_at: circumstances.nowMs, draft: null, revision: 1 })
      .execute();
    const version = { textId, number: 1, content: { languages, address }, note: '' };
    await addVersion(transaction, version, circumstances);
    ids.set(id, textId);
  }
  return withIds(draft, ids);
}

/** For a problem check before anything is stored: as if the texts of the file were here. */
export function factsOfFiled(texts: readonly FiledLegalText[]): LegalFacts {
  return new Map(
    texts.map(({ id, name, kind, languages }) => [
      id,
      { name, kind, isArchived: false, languages: Object.keys(languages) },
    ]),
  );
}

/** What the dialog shows of them. */
export async function previewOfTexts(
  store: Store,
  texts: readonly FiledLegalText[],
): Promise<NonNullable<ImportPreview['legalTexts']>> {
  const known = await knownTexts(store, texts);
  return texts.map(({ id, kind, name }) => ({ kind, name, isKnown: known.has(id) }));
}

function withIds(draft: string, ids: ReadonlyMap<string, string>): string {
  if (ids.size === 0) return draft;
  const graph = Graph.parse(JSON.parse(renewLegalIds(draft, ids)));
  const { legal } = graph.settings ?? {};
  if (!graph.settings || !legal) return JSON.stringify(graph);
  const renewed = Object.fromEntries(
    Object.entries(legal).map(([kind, id]) => [kind, ids.get(id ?? '') ?? id]),
  );
  return JSON.stringify({ ...graph, settings: { ...graph.settings, legal: renewed } });
}

function keyOfOwn({ kind, version }: PinnedText): string {
  const hashes = Object.entries(version.languages).map(([tag, each]) => [
    tag,
    each.title,
    each.sha256,
  ]);
  return keyOf(kind, hashes, version.address);
}

function keyOfFiled({ kind, languages, address }: FiledLegalText): string {
  const hashes = Object.entries(languages).map(([tag, each]) => [
    tag,
    each.title,
    sha256(each.text),
  ]);
  return keyOf(kind, hashes, address);
}

function keyOf(kind: string, languages: string[][], address: string): string {
  const sorted = languages.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return JSON.stringify([kind, address, sorted]);
}
