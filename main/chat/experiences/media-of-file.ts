import { AppError, type Graph, MEDIA_TYPES, type MediaKind } from '../../../preload/contract';
import { mediaIn } from '../../foundation/experience/media-mentions';
import type { Store } from '../../foundation/store/database';
import { assetIds, findAsset } from '../assets/asset-rows';
import { checkMedia } from '../assets/check-media';
import type { Checked } from '../assets/formats/checked';
import { sha256 } from '../files/sha256';
import type { FileOfExperience } from '../flow/experience-file';
import { replaceMedia } from '../flow/replace-media';

/** Of all files that one exported experience carries, in bytes. */
export const MAX_MEDIA_OF_FILE = 64 * 1024 * 1024;
/** More would be made to keep a computer busy. */
const MAX_FILES = 500;

/** The files that a graph mentions, as they are exported with it. @throws AppError `media.too_much_for_file` */
export async function mediaToExport(
  store: Store,
  graph: Graph,
): Promise<ReadonlyMap<string, FileOfExperience>> {
  const ids = [...mediaIn(JSON.stringify(graph))];
  const sizes = await store.selectFrom('assets').select(['id', 'bytes']).execute();
  const there = sizes.filter(({ id }) => ids.includes(id));
  const total = there.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MAX_MEDIA_OF_FILE || there.length > MAX_FILES) {
    throw new AppError('media.too_much_for_file', { max: MAX_MEDIA_OF_FILE / 1024 / 1024 });
  }
  const files = new Map<string, FileOfExperience>();
  for (const { id } of there) {
    const asset = await findAsset(store, id);
    if (!asset) continue;
    const content = Buffer.from(asset.content.buffer).toString('base64');
    files.set(id, { type: asset.mimeType, content });
  }
  return files;
}

export interface TakenMedia {
  /** Mentions what there will be after the import, and nothing else. */
  readonly graph: Graph;
  readonly files: readonly Checked[];
  /** How many files it mentions that it did not bring, or that were refused. */
  readonly dropped: number;
}

/**
 * The files that came with an experience, each checked as if it had been made to do harm. A file whose
 * content is not what its name says is refused.
 */
export async function takeMedia(
  store: Store,
  graph: Graph,
  brought: ReadonlyMap<string, FileOfExperience>,
): Promise<TakenMedia> {
  const here = await assetIds(store);
  const files: Checked[] = [];
  const ids = new Map<string, string | null>();
  for (const id of mediaIn(JSON.stringify(graph))) {
    const file = brought.get(id);
    const checked = file && files.length < MAX_FILES ? checkedFile(id, file) : null;
    if (checked) files.push(checked);
    ids.set(id, checked ? sha256(checked.content) : here.has(id) ? id : null);
  }
  const dropped = [...ids.values()].filter((id) => id === null).length;
  return { graph: replaceMedia(graph, (id) => ids.get(id) ?? null), files, dropped };
}

const KINDS = Object.keys(MEDIA_TYPES) as MediaKind[];

/** Null for a file that is refused. */
function checkedFile(id: string, { type, content }: FileOfExperience): Checked | null {
  const kind = KINDS.find((each) => MEDIA_TYPES[each].some((known) => known === type));
  const bytes = Buffer.from(content, 'base64');
  if (!kind || sha256(bytes) !== id) return null;
  try {
    return checkMedia(kind, bytes);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
