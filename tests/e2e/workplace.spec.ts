import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '../seed/fill';
import { withDatabase } from './support/database';
import { end } from './support/desktop';
import { layoutFaults } from './support/layout-faults';
import { unlock } from './support/pages';
import { isDemo, placeOf } from './support/story';
import {
  chooseColorScheme,
  chooseColorSchemeBefore,
  LOOKS,
  type Seen,
  visit,
} from './support/tour';
import { enter, expect, furnish, test } from './support/vault';
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
  test.setTimeout(isDemo ? 2_700_000 : 120_000);
  const seen: Seen[] = [];

  try {
    if (isDemo) {
      for (const look of looks) {
        const { app, page } = await start(join(folder, `new-${look.name}`));
        await chooseColorSchemeBefore(page, look);
        const asNew = { ...look, name: `${look.name}-new` };
        await visit({ app, page, folder }, asNew, beforeWork, seen);
        await end(app);
      }
    }

    const userData = join(folder, 'user-data');
    await furnish(userData, await template('raffle'));
    await withDatabase(userData, (database) =>
      fill(database, { rows: 400, nowMs: Date.now(), sources: SOURCES, seed: 7 }),
    );
    const { app, page } = await start(userData);
    await enter(page);
    await furnishWorkplace({ app, page, folder });
    for (const look of looks) {
      await chooseColorScheme(page, look);
      const stops = isDemo ? [...atWork, ...lockedOut] : SCREENS;
      await visit({ app, page, folder }, look, stops, seen);
      if (isDemo) await unlock(page);
    }
  } finally {
    // Also of a tour that has ended early.
    const story = join(await placeOf(folder), 'story.json');
    await writeFile(story, `${JSON.stringify(seen, null, 2)}\n`);
  }
  const faults = seen.flatMap(({ screenshot, faults: found }) =>
    found.map((fault) => `${screenshot}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test.describe('the look at a layout', () => {
  test.use({ contents: 'sample' });

  test('finds texts that are cut, texts over each other and a page that scrolls', async ({
    vault: { page },
  }) => {
    expect(await layoutFaults(page)).toEqual([]);
    await page.evaluate(() => {
      // The page's policy takes no styles that stand in markup.
      const add = (parent: Element, text: string, css: string): HTMLElement => {
        const added = document.createElement('div');
        added.textContent = text;
        added.style.cssText = `position: absolute; ${css}`;
        parent.append(added);
        return added;
      };
      const cut = 'width: 60px; overflow: hidden; white-space: nowrap';
      const sheet = add(document.body, '', 'inset: 0; z-index: 9999; background: white');
      add(sheet, 'A label that is cut', `top: 100px; ${cut}`);
      add(sheet, 'Read on demand', `top: 150px; ${cut}`).title = 'Read on demand';
      add(sheet, 'First words', 'top: 200px; left: 0');
      add(sheet, 'Second words', 'top: 204px; left: 20px');
      add(sheet, 'Words that end under a menu', 'top: 250px; left: 0');
      add(sheet, 'A menu', 'top: 250px; left: 60px; width: 400px; background: white');
      add(document.body, '', 'top: 0; width: 1px; height: 5000px');
    });
    expect(await layoutFaults(page)).toEqual([
      'the page scrolls down',
      'cut: “A label that is cut”',
      'over each other: “First words” and “Second words”',
    ]);
  });
});
