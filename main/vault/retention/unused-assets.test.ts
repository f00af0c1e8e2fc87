import { describe, expect, it } from 'vitest';
import { laneContext } from '../../../tests/support/context';
import { graph, node } from '../../../tests/support/graphs';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { marker, tracesOnDisk } from '../../../tests/support/pages-on-disk';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import { emptyWriteAheadLog } from '../../foundation/store/checkpoint';
import { scrub } from './scrub';
import { sweepExpired } from './sweep';
import { forgetUnusedAssets } from './unused-assets';

const ID = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

async function withAssets(...contents: string[]): Promise<TestStore> {
  const test = await openTestStore();
  for (const [index, content] of contents.entries()) {
    const asset = { mime_type: 'image/png', bytes: content.length, created_at: NOW_MS };
    await test.store
      .insertInto('assets')
      .values({ ...asset, id: index === 0 ? ID : OTHER, content: Buffer.from(content) })
      .execute();
  }
  return test;
}

const kept = async ({ store }: TestStore) =>
  (await store.selectFrom('assets').select('id').orderBy('id').execute()).map(({ id }) => id);

const forget = ({ store }: TestStore, nowMs: number, released?: ReadonlySet<string>) =>
  store.transaction().execute((transaction) => forgetUnusedAssets(transaction, nowMs, released));

const draft = JSON.stringify(graph([node('a', 'message', { text: '', image: `asset:${ID}` })], []));

async function addExperience({ store }: TestStore, id = 'e'): Promise<void> {
  const times = { created_at: NOW_MS, updated_at: NOW_MS };
  await store
    .insertInto('experiences')
    .values({ id, name: id, draft, revision: 1, ...times })
    .execute();
}

describe('a file that nothing mentions', () => {
  it('is gone a day after that, and with it what was in it on the disk', async () => {
    const mark = marker();
    const test = await withAssets(mark);
    await forget(test, NOW_MS);
    await forget(test, NOW_MS + DAY_MS - 1);
    expect(await kept(test)).toEqual([ID]);
    await sweepExpired(test.store, { nowMs: NOW_MS + DAY_MS });
    await emptyWriteAheadLog(test.store);
    expect(await kept(test)).toEqual([]);
    expect(tracesOnDisk(test.file, test.key, new Set([mark]))).toEqual([]);
  });

  it('is spared when it is mentioned again within the day, as by an undo', async () => {
    const test = await withAssets('x');
    await forget(test, NOW_MS);
    await addExperience(test);
    await forget(test, NOW_MS + DAY_MS);
    await test.store.deleteFrom('experiences').execute();
    await forget(test, NOW_MS + 2 * DAY_MS);
    expect(await kept(test)).toEqual([ID]);
    await forget(test, NOW_MS + 3 * DAY_MS);
    expect(await kept(test)).toEqual([]);
  });

  it('does not go too soon after a clock that was ahead', async () => {
    const test = await withAssets('x');
    await forget(test, NOW_MS + 400 * DAY_MS);
    await forget(test, NOW_MS);
    await forget(test, NOW_MS + DAY_MS - 1);
    expect(await kept(test)).toEqual([ID]);
  });
});

describe('a file stays', () => {
  const HOLDERS: [what: string, mention: (test: TestStore) => Promise<unknown>][] = [
    ['a draft', (test) => addExperience(test)],
    [
      'a version',
      ({ store }) =>
        store
          .insertInto('experience_versions')
          .values({
            ...{ id: 'v', experience_id: 'e', number: 1, name: '', note: '', graph: draft },
            ...{ modules: 1, created_at: NOW_MS, created_by: 'Ann' },
          })
          .execute(),
    ],
    [
      'a setting of the workspace',
      ({ store }) =>
        store
          .insertInto('settings')
          .values({ key: 'appearance', value: JSON.stringify({ logo: `asset:${ID}` }) })
          .execute(),
    ],
    [
      'a table that this did not know of',
      async ({ connection }) => {
        connection.exec('create table later (id text, text text)');
        connection.prepare('insert into later values (?, ?)').run('l', `See asset:${ID}.`);
      },
    ],
  ];

  it.each(HOLDERS)('for as long as %s mentions it', async (_, mention) => {
    const test = await withAssets('x', 'y');
    test.connection.pragma('foreign_keys=OFF');
    await mention(test);
    for (const days of [0, 1, 2, 50]) await forget(test, NOW_MS + days * DAY_MS);
    expect(await kept(test)).toEqual([ID]);
  });
});

describe('deleting an experience', () => {
  it('takes its files at once, but for those that another one has', async () => {
    const { removeExperience } = await import('../../chat/experiences/remove-experience');
    const test = await withAssets('x');
    await addExperience(test, 'one');
    await addExperience(test, 'two');
    const context = laneContext(test.store, 'experience.deleted');
    await removeExperience(context, { id: 'one', confirmedRows: null });
    expect(await kept(test)).toEqual([ID]);
    await removeExperience(context, { id: 'two', confirmedRows: null });
    expect(await kept(test)).toEqual([]);
    await scrub(test.store, NOW_MS);
  });
});
