import type { MediaKind, StoredMedia } from '../../../preload/contract';
import { task } from '../../foundation/operation/task';
import { type Asset, findAsset, keepAsset } from './asset-rows';
import { checkMedia } from './check-media';

/** Checks a file and keeps it, beside the event loop. */
export const addAssetTask = task<{ kind: MediaKind; bytes: Uint8Array }, StoredMedia>(
  'assets.keep',
  'screen',
  async ({ store, nowMs }, { kind, bytes }) => keepAsset(store, checkMedia(kind, bytes), nowMs),
);

/** Participants wait for what they are shown. */
export const readAssetTask = task<string, Asset | null>(
  'assets.read',
  'participant',
  ({ store }, id) => findAsset(store, id),
);
