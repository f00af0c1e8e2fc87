import { describe, expect, it } from 'vitest';
import type { StoredMedia } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { graph, node } from '../../../tests/support/graphs';
import { png, wav } from '../../../tests/support/media';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { openTestStore } from '../../../tests/support/store';
import { sha256 } from '../files/sha256';
import { keepAsset } from './asset-rows';
import { checkMedia } from './check-media';
import { AssetShelf } from './shelf';

const unlocked = unlockedDesks(await bundledWorker());
type Desk = Awaited<ReturnType<typeof unlocked>>;

const add = (desk: Desk): Promise<StoredMedia> =>
  desk.get('assets.add', { kind: 'picture', bytes: new Uint8Array(png()) });

const shows = ({ ref }: StoredMedia) =>
  graph([node('a', 'message', { text: '', image: ref, imageText: 'A square' })], []);

describe('a file that an editor adds', () => {
  it('is kept once, under the hash of what is kept of it', async () => {
    const desk = await unlocked();
    const first = await add(desk);
    const second = await add(desk);
    const { content } = checkMedia('picture', png());
    expect(first).toEqual({
      ref: `asset:${sha256(content)}`,
      mimeType: 'image/png',
      bytes: content.length,
    });
    expect(second).toEqual(first);
  });

  it('is missed in a draft that mentions another one, and only there', async () => {
    const desk = await unlocked();
    const stored = await add(desk);
    const id = desk.experienceId;
    const save = (draft: ReturnType<typeof shows>, revision: number) =>
      desk.get('experiences.saveDraft', { id, draft, revision });
    expect((await save(shows(stored), 1)).problems).toEqual([]);
    const missing = { ...stored, ref: `asset:${'f'.repeat(64)}` };
    expect((await save(shows(missing), 2)).problems).toMatchObject([
      { severity: 'warning', code: 'media_missing', moduleId: 'a', field: 'image' },
    ]);
  });
});

describe('files in memory for pages', () => {
  const asset = (bytes: number) => ({ mimeType: 'image/png', content: new Uint8Array(bytes) });

  it('are read once as long as there is room, the one asked for last the longest', async () => {
    const read: string[] = [];
    const run = (async (_: unknown, id: string) => {
      read.push(id);
      return id === 'none' ? null : asset(40);
    }) as never;
    const shelf = new AssetShelf(run, 100);
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await shelf.find(id);
    expect(read).toEqual(['a', 'b', 'c', 'b']);
    expect(await shelf.find('none')).toBeNull();
    expect(await shelf.find('none')).toBeNull();
    expect(read.slice(4)).toEqual(['none', 'none']);
    shelf.close();
    await shelf.find('b');
    expect(read.at(-1)).toBe('b');
  });

  it('are asked for again when reading has failed', async () => {
    let fails = true;
    const run = (async () => {
      if (fails) throw new Error('busy');
      return asset(1);
    }) as never;
    const shelf = new AssetShelf(run);
    await expect(shelf.find('a')).rejects.toThrow('busy');
    fails = false;
    expect(await shelf.find('a')).toEqual(asset(1));
  });
});

it('content does not change when it is kept again, but counts as new', async () => {
  const { store } = await openTestStore();
  const checked = checkMedia('sound', wav());
  await keepAsset(store, checked, NOW_MS);
  await keepAsset(store, checked, NOW_MS + DAY_MS);
  expect(await store.selectFrom('assets').select(['created_at', 'unused_since']).execute()).toEqual(
    [{ created_at: NOW_MS, unused_since: NOW_MS + DAY_MS }],
  );
});
