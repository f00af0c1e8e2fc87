import { describe, expect, it } from 'vitest';
import type { AuditAction, Graph, ParsedInput } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { chain, ends, lessonGraph, raffles, says } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { openAgain, openTestStore } from '../../../tests/support/store';
import { readPlaces } from '../../data/policy/places';
import type { Store } from '../../foundation/store/database';
import { readAuditPage } from '../../vault/audit/audit-entries';
import { readPublished } from '../kiosk/published';
import { Experiences } from './experiences';
import { publish, unpublish } from './publish';
import { restore } from './restore';
import { discardVersion, getVersion, listVersions, renameVersion } from './versions';

const first = lessonGraph();
const second = chain(says('a'), ends('b'));
const LABELS = { name: '', note: '' };
const user = { name: 'Ada' };

async function withExperience(draft: Graph = first) {
  const test = await openTestStore();
  const experiences = new Experiences(test.store);
  await experiences.create('one', 'Hello', draft, NOW_MS);
  const versions = versionsIn(test.store);
  const publish = (revision: number) =>
    versions.publish({ experienceId: 'one', revision, ...LABELS });
  return { test, experiences, versions, publish };
}

/** As Ada works with them; each time it is later. */
function versionsIn(store: Store) {
  let nowMs = NOW_MS;
  const at = (audit?: AuditAction) => laneContext(store, audit, { user, nowMs: nowMs++ });
  return {
    list: (experienceId: string) => listVersions(at(), { experienceId }),
    get: (id: string) => getVersion(at(), { id }),
    publish: (request: ParsedInput<'versions.publish'>) =>
      publish(at('experience.published'), request),
    unpublish: (experienceId: string) => unpublish(at('experience.unpublished'), { experienceId }),
    restore: (request: ParsedInput<'versions.restore'>) =>
      restore(at('experience.version_restored'), request),
    rename: (request: ParsedInput<'versions.rename'>) => renameVersion(at(), request),
    discard: (id: string) => discardVersion(at(), { id }),
    published: (experienceId: string) => readPublished(store, experienceId),
  };
}

const actions = async ({ store }: { store: Parameters<typeof readPlaces>[0] }) =>
  (await readAuditPage(store, { limit: 9 })).map(({ user, action, details }) =>
    [user, action, details.experience, details.number].join(' '),
  );

describe('publishing', () => {
  it('makes a version of the draft, which is what participants get', async () => {
    const { versions, experiences } = await withExperience();
    expect(await versions.published('one')).toBeNull();
    const made = await versions.publish({
      experienceId: 'one',
      revision: 1,
      name: 'Fair in May',
      note: 'With the new terms',
    });
    expect(made).toEqual({
      id: made.id,
      number: 1,
      name: 'Fair in May',
      note: 'With the new terms',
      createdAt: expect.any(Number),
      createdBy: 'Ada',
      modules: 6,
      isPublished: true,
    });
    expect(await versions.published('one')).toMatchObject({
      number: 1,
      name: 'Hello',
      graph: first,
    });
    expect(await experiences.list()).toMatchObject([
      { published: { versionId: made.id, number: 1, at: made.createdAt, differs: false } },
    ]);
  });

  it('does not change what was published when the draft changes', async () => {
    const { versions, experiences, publish } = await withExperience();
    const { id } = await publish(1);
    await experiences.saveDraft('one', second, 1, NOW_MS);
    expect((await versions.get(id)).graph).toEqual(first);
    expect((await versions.published('one'))?.graph).toEqual(first);
    expect(await experiences.publication('one')).toMatchObject({ number: 1, differs: true });
  });

  it('counts on, and keeps the versions before', async () => {
    const { versions, experiences, publish } = await withExperience();
    await publish(1);
    await experiences.saveDraft('one', second, 1, NOW_MS);
    await publish(2);
    expect(await versions.list('one')).toMatchObject([
      { number: 2, modules: 2, isPublished: true },
      { number: 1, modules: 6, isPublished: false },
    ]);
  });

  it('is refused while the draft has errors', async () => {
    const { test, versions, publish } = await withExperience(chain(raffles('raffle')));
    await expect(publish(1)).rejects.toThrow('version.has_errors');
    expect(await versions.list('one')).toEqual([]);
    expect(await actions(test)).toEqual([]);
  });

  it('is refused when the draft is another than the one that was checked', async () => {
    const { experiences, publish } = await withExperience();
    await experiences.saveDraft('one', second, 1, NOW_MS);
    await expect(publish(1)).rejects.toThrow('experience.conflict');
  });

  it('gives two that publish at the same time different numbers', async () => {
    const { test, versions, publish } = await withExperience();
    const others = versionsIn(openAgain(test));
    await Promise.all([
      publish(1),
      others.publish({ experienceId: 'one', revision: 1, ...LABELS }),
    ]);
    expect((await versions.list('one')).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('can be taken back; the version stays', async () => {
    const { test, versions, publish } = await withExperience();
    await publish(1);
    await versions.unpublish('one');
    await versions.unpublish('one');
    expect(await versions.published('one')).toBeNull();
    expect(await versions.list('one')).toMatchObject([{ number: 1, isPublished: false }]);
    expect(await actions(test)).toEqual([
      'Ada experience.unpublished Hello 1',
      'Ada experience.published Hello 1',
    ]);
  });
});

describe('restoring a version', () => {
  it('makes it the draft and keeps the draft that it replaces', async () => {
    const { versions, experiences, publish } = await withExperience();
    const { id } = await publish(1);
    await experiences.saveDraft('one', second, 1, NOW_MS);
    expect(await versions.restore({ id, revision: 2 })).toBe('one');
    expect(await experiences.get('one')).toMatchObject({
      draft: first,
      revision: 3,
      published: { differs: false },
    });
    const [kept] = await versions.list('one');
    expect(kept).toMatchObject({ number: null, modules: 2, isPublished: false });
    expect((await versions.get(kept?.id ?? '')).graph).toEqual(second);
  });

  it('keeps no draft that a version holds already', async () => {
    const { versions, publish } = await withExperience();
    const { id } = await publish(1);
    await versions.restore({ id, revision: 1 });
    expect(await versions.list('one')).toHaveLength(1);
  });

  it('loses nothing when the draft was saved elsewhere meanwhile', async () => {
    const { versions, experiences, publish } = await withExperience();
    const { id } = await publish(1);
    await experiences.saveDraft('one', second, 1, NOW_MS);
    await expect(versions.restore({ id, revision: 1 })).rejects.toThrow('experience.conflict');
    expect(await experiences.get('one')).toMatchObject({ draft: second });
    expect(await versions.list('one')).toHaveLength(1);
  });
});

describe('the history', () => {
  it('lets versions be named, and kept drafts be deleted, but nothing that was published', async () => {
    const { versions, experiences, publish } = await withExperience();
    const { id } = await publish(1);
    await experiences.saveDraft('one', second, 1, NOW_MS);
    await versions.restore({ id, revision: 2 });
    await versions.rename({ id, name: 'Fair', note: 'May' });
    expect(await versions.get(id)).toMatchObject({ name: 'Fair', note: 'May', graph: first });
    await expect(versions.discard(id)).rejects.toThrow('version.is_published');
    const [kept] = await versions.list('one');
    await versions.discard(kept?.id ?? '');
    expect(await versions.list('one')).toMatchObject([{ id }]);
  });

  it('does not know a version that is not there', async () => {
    const { versions } = await withExperience();
    const refused = (pending: Promise<unknown>) =>
      expect(pending).rejects.toThrow('version.not_found');
    await refused(versions.get('x'));
    await refused(versions.rename({ id: 'x', ...LABELS }));
    await refused(versions.restore({ id: 'x', revision: 1 }));
    await refused(versions.discard('x'));
    await expect(versions.publish({ experienceId: 'x', revision: 1, ...LABELS })).rejects.toThrow(
      'experience.not_found',
    );
  });
});

it('has its modules under the retention policy also when the draft has lost them', async () => {
  const { test, experiences, publish } = await withExperience();
  await publish(1);
  await experiences.saveDraft('one', second, 1, NOW_MS);
  const types = (await readPlaces(test.store)).map(({ moduleType }) => moduleType);
  expect(types).toContain('giveaway');
});
