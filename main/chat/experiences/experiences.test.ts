import { describe, expect, it } from 'vitest';
import { chain, lessonGraph, says } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { openAgain, openTestStore } from '../../../tests/support/store';
import { Experiences } from './experiences';

async function withOne() {
  const test = await openTestStore();
  const experiences = new Experiences(test.store);
  await experiences.create('one', 'Hello', lessonGraph(), NOW_MS);
  return { ...test, experiences };
}

describe('an experience', () => {
  it('is kept as it was made', async () => {
    const { experiences } = await withOne();
    expect(await experiences.get('one')).toEqual({
      id: 'one',
      name: 'Hello',
      draft: lessonGraph(),
      revision: 1,
      published: null,
    });
    expect(await experiences.list()).toEqual([
      {
        id: 'one',
        name: 'Hello',
        modules: 6,
        updatedAt: NOW_MS,
        archivedAt: null,
        published: null,
      },
    ]);
  });

  it('is saved with a new revision each time', async () => {
    const { experiences } = await withOne();
    expect(await experiences.saveDraft('one', chain(says('a')), 1, NOW_MS + 5)).toBe(2);
    expect(await experiences.saveDraft('one', chain(says('b')), 2, NOW_MS + 6)).toBe(3);
    expect(await experiences.get('one')).toMatchObject({ revision: 3, draft: chain(says('b')) });
    expect(await experiences.list()).toMatchObject([{ modules: 1, updatedAt: NOW_MS + 6 }]);
  });

  it('does not lose what someone else saved meanwhile', async () => {
    const { experiences } = await withOne();
    await experiences.saveDraft('one', chain(says('mine')), 1, NOW_MS);
    const late = experiences.saveDraft('one', chain(says('theirs')), 1, NOW_MS);
    await expect(late).rejects.toThrow('experience.conflict');
    expect(await experiences.get('one')).toMatchObject({ draft: chain(says('mine')) });
  });

  it('accepts one of two saves that start from the same revision at the same time', async () => {
    const test = await withOne();
    const others = new Experiences(openAgain(test));
    const saves = await Promise.allSettled([
      test.experiences.saveDraft('one', chain(says('a')), 1, NOW_MS),
      others.saveDraft('one', chain(says('b')), 1, NOW_MS),
    ]);
    expect(saves.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('can be renamed without touching its draft', async () => {
    const { experiences } = await withOne();
    await experiences.rename('one', 'Goodbye', NOW_MS);
    expect(await experiences.get('one')).toMatchObject({ name: 'Goodbye', revision: 1 });
  });

  it('that does not exist is not found, whatever is asked of it', async () => {
    const { experiences } = await withOne();
    const refused = (pending: Promise<unknown>) =>
      expect(pending).rejects.toThrow('experience.not_found');
    await refused(experiences.get('two'));
    await refused(experiences.rename('two', 'Name', NOW_MS));
    await refused(experiences.saveDraft('two', chain(says('a')), 1, NOW_MS));
  });

  it('keeps names that look like code as they are', async () => {
    const { experiences } = await withOne();
    const name = `'); drop table experiences; -- \u202E<b>😀`;
    await experiences.rename('one', name, NOW_MS);
    expect(await experiences.get('one')).toMatchObject({ name });
  });
});
