import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '../seed/fill';
import { withDatabase } from './support/database';
import { unlock } from './support/pages';
import { isDemo, storyIn } from './support/story';
import {
  chooseColorScheme,
  chooseColorSchemeBefore,
  LOOKS,
  type Seen,
  visit,
} from './support/tour';
import { expect, furnish, test } from './support/vault';
import { furnishWorkplace, SOURCES } from './support/workplace-data';
import { atWork, beforeWork, lockedOut, SCREENS } from './support/workplace-stops';

/**
 * Goes through the whole application and leaves a picture of every screen and dialog: in German and dark at
 * 1280x720, in English and light at 1440x900, and in German and light in the smallest window. Whatever is cut,
 * lies over something else, scrolls the page or is refused by axe fails the tour at its end.
 */
test('shows every screen and dialog in three looks, with nothing cut and nothing overlapping', async ({
  folder,
  template,
  start,
}) => {
  // In a test of every day: the screens alone, where they have the least room for the longest words.
  const looks = isDemo ? LOOKS : LOOKS.slice(-1);
  test.setTimeout(isDemo ? 1_500_000 : 120_000);
  const seen: Seen[] = [];

  if (isDemo) {
    for (const look of looks) {
      const { app, page } = await start(join(folder, `new-${look.name}`));
      await chooseColorSchemeBefore(page, look);
      seen.push(...(await visit({ app, page, folder }, look, beforeWork)));
    }
  }

  const userData = join(folder, 'user-data');
  await furnish(userData, await template('raffle'));
  await withDatabase(userData, (database) =>
    fill(database, { rows: 400, nowMs: Date.now(), sources: SOURCES, seed: 7 }),
  );
  const { app, page } = await start(userData);
  await unlock(page);
  await furnishWorkplace({ app, page, folder });
  for (const look of looks) {
    await chooseColorScheme(page, look);
    const stops = isDemo ? [...atWork, ...lockedOut] : SCREENS;
    seen.push(...(await visit({ app, page, folder }, look, stops)));
    if (isDemo) await unlock(page);
  }

  const { out } = await storyIn(folder, page);
  await writeFile(join(out, 'story.json'), `${JSON.stringify(seen, null, 2)}\n`);
  const faults = seen.flatMap(({ screenshot, faults: found }) =>
    found.map((fault) => `${screenshot}: ${fault}`),
  );
  expect(faults).toEqual([]);
});
