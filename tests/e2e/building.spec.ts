import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { Graph, SampleId } from '../../preload/contract';
import { build, meaningOf } from './support/build';
import { get } from './support/channels';
import { keyboard, mouse } from './support/hands';
import { saved } from './support/pages';
import { expect, test } from './support/vault';

const SAMPLES = resolve(import.meta.dirname, '../../resources/samples');
const Sample = z.object({ name: z.string(), graph: Graph });
const WAYS = { mouse, keyboard };
type Way = keyof typeof WAYS;

/** One way each, in turn, so that both are walked; all of them where there is the time. */
const BUILDS = SampleId.options.flatMap((sample, at): [string, Way][] => {
  const ways: Way[] = at % 2 === 0 ? ['keyboard', 'mouse'] : ['mouse', 'keyboard'];
  const walked = process.env.CHATVAULT_ALL_BUILDS ? ways : ways.slice(0, 1);
  return walked.map((way) => [sample, way]);
});

test.use({ contents: 'sample' });

for (const [id, way] of BUILDS) {
  test(`${id} can be built from nothing by ${way} alone`, async ({ vault: { page } }) => {
    test.slow();
    const { graph } = Sample.parse(
      JSON.parse(await readFile(join(SAMPLES, `${id}.en.json`), 'utf8')),
    );
    const hands = WAYS[way](page);
    await hands.createExperience('From nothing');
    await expect(page.getByRole('button', { name: 'Add the first module' })).toBeVisible();
    await build(page, graph, hands);

    await saved(page);
    await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
    const experiences = await get(page, 'experiences.list');
    const made = experiences.find(({ name }) => name === 'From nothing');
    const stored = await get(page, 'experiences.get', { id: made?.id ?? '' });
    // No sample can bring the notice of whoever uses it.
    const own = stored.problems.filter(({ code }) => code !== 'privacy_notice_missing');
    expect(own).toEqual([]);
    expect(await meaningOf(page, stored.draft)).toEqual(await meaningOf(page, graph));
  });
}
