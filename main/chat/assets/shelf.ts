import type { Unlocked } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import type { Asset } from './asset-rows';
import { readAssetTask } from './tasks';

/** What a kiosk shows in a day fits, and a video that is played in pieces is read once. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Assets that pages have asked for, in memory until the workspace is locked. */
export class AssetShelf {
  readonly #run: Unlocked['run'];
  readonly #maxBytes: number;
  /** The one that was asked for last is last. */
  readonly #read = new Map<string, Promise<Asset | null>>();
  readonly #sizes = new Map<string, number>();

  constructor(run: Unlocked['run'], maxBytes = MAX_BYTES) {
    this.#run = run;
    this.#maxBytes = maxBytes;
  }

  /** Null when the workspace has none of this id. */
  async find(id: string): Promise<Asset | null> {
    const reading = this.#read.get(id) ?? this.#run(readAssetTask, id);
    this.#read.delete(id);
    this.#read.set(id, reading);
    try {
      const asset = await reading;
      if (asset) this.#keep(id, asset.content.length);
      else this.#drop(id);
      return asset;
    } catch (error) {
      this.#drop(id);
      throw error;
    }
  }

  close(): void {
    this.#read.clear();
    this.#sizes.clear();
  }

  #keep(id: string, bytes: number): void {
    if (this.#read.has(id)) this.#sizes.set(id, bytes);
    let total = [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const oldest of [...this.#read.keys()]) {
      if (total <= this.#maxBytes || oldest === id) return;
      total -= this.#sizes.get(oldest) ?? 0;
      if (this.#sizes.has(oldest)) this.#drop(oldest);
    }
  }

  #drop(id: string): void {
    this.#read.delete(id);
    this.#sizes.delete(id);
  }
}

export const assetShelf = part('assets', ({ run }) => new AssetShelf(run));
