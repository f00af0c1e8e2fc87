import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../preload/contract';
import { laneContext } from '../../../tests/support/context';
import { chain, jumps, says } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { openTestStore } from '../../../tests/support/store';
import { draftProblems } from './draft-problems';
import { Experiences } from './experiences';
import { calledFrom, libraryFor, neighboursOf, publishedInto } from './neighbours';
import { publish } from './publish';

const visits = (there: string) => chain(jumps('jump', 'visit', there));

async function workspaceWith(drafts: Record<string, Graph>) {
  const { store } = await openTestStore();
  const experiences = new Experiences(store);
  for (const [id, draft] of Object.entries(drafts))
    await experiences.create(id, `The ${id}`, draft, NOW_MS);
  const publishing = laneContext(store, 'experience.published');
  return {
    store,
    experiences,
    publish: (experienceId: string, revision = 1) =>
      publish(publishing, { experienceId, revision, name: '', note: '' }),
  };
}

const part = chain(says('x', 'Draft'));
const drafts = { menu: visits('part'), part: visits('inner'), inner: part, lonely: part };

describe('the neighbours of an experience', () => {
  it('are those into which it leads, over all steps, and those that lead into it', async () => {
    const { store } = await workspaceWith(drafts);
    expect([...(await calledFrom(store, drafts.menu, 'draft')).keys()]).toEqual(['part', 'inner']);
    const around = await neighboursOf(store, { id: 'part', graph: drafts.part }, 'draft');
    expect([...around.keys()].toSorted()).toEqual(['inner', 'menu']);
  });

  it('are found once when they lead round in a circle', async () => {
    const circle = { a: visits('b'), b: visits('a') };
    const { store } = await workspaceWith(circle);
    expect([...(await calledFrom(store, circle.a, 'draft')).keys()]).toEqual(['b', 'a']);
    const problems = await draftProblems(store, { id: 'a', graph: circle.a });
    expect(problems.map(({ code }) => code)).toEqual(['experience_unpublished', 'call_cycle']);
  });
});

describe('participants', () => {
  it('get nothing that leads into what is not published', async () => {
    const { publish } = await workspaceWith(drafts);
    await expect(publish('menu')).rejects.toMatchObject({ code: 'version.has_errors' });
    await expect(publish('part')).rejects.toMatchObject({ code: 'version.has_errors' });
    await publish('inner');
    await publish('part');
    await expect(publish('menu')).resolves.toMatchObject({ number: 1 });
  });

  it('who come into an experience from others are known before it is taken away', async () => {
    const { store, experiences, publish } = await workspaceWith(drafts);
    await publish('inner');
    expect(await publishedInto(store, 'inner')).toEqual([]);
    await publish('part');
    // What its draft does by now is no matter of participants.
    await experiences.saveDraft('part', part, 1, NOW_MS);
    expect(await publishedInto(store, 'inner')).toEqual(['The part']);
    expect(await publishedInto(store, 'in')).toEqual([]);
  });

  it('get published versions from published versions, and authors drafts from drafts', async () => {
    const { store, experiences, publish } = await workspaceWith({ menu: visits('part'), part });
    expect(await libraryFor(store, drafts.menu, 'published')).toEqual(new Map());
    await publish('part');
    const changed = chain(says('x', 'Changed'));
    await experiences.saveDraft('part', changed, 1, NOW_MS);
    expect(await libraryFor(store, drafts.menu, 'published')).toEqual(new Map([['part', part]]));
    expect(await libraryFor(store, drafts.menu, 'draft')).toEqual(new Map([['part', changed]]));
  });

  it('are asked about the published version when something is published beside it', async () => {
    const { experiences, publish } = await workspaceWith({ menu: visits('part'), part });
    await publish('part');
    // The draft beside it calls back by now, but participants do not get that.
    await experiences.saveDraft('part', visits('menu'), 1, NOW_MS);
    await expect(publish('menu')).resolves.toMatchObject({ number: 1 });
    await expect(publish('part', 2)).rejects.toMatchObject({ code: 'version.has_errors' });
  });
});
