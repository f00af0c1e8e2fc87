import { get } from './support/channels';
import { moduleNode } from './support/pages';
import { expect, test } from './support/vault';

const OUT = process.env.LOOK_OUT ?? '/tmp/work/look-b';
test.describe('look', () => {
  test.use({ contents: 'raffle', provokesComplaints: true });
  test('at it', async ({ vault: { page } }) => {
    test.setTimeout(240_000);
    const shot = async (name: string) => {
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${OUT}/${name}.png` });
    };
    page.on('console', (message) => console.log('CONSOLE', message.type(), message.text()));
    await page.setViewportSize({ width: 1440, height: 900 });
    await shot('en-1440-start');
    await moduleNode(page, 'Choice').click();
    await shot('en-1440-selected');
    await page.keyboard.press('F2');
    await page.keyboard.type('Which pill will they take, and why would they');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('s');
    await shot('en-1440-section');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Flow' }).focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await shot('en-1440-palette');
    await page.keyboard.press('p');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('e');
    await page.keyboard.press('Enter');
    await shot('en-1440-find');
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await shot('en-1440-list');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'No problems' }).click();
    await shot('en-1440-problems');
    await moduleNode(page, 'Email')
      .getByRole('button', { name: /Add a module/ })
      .click();
    await shot('en-1440-popover');
    await page.keyboard.press('Escape');
    for (const [w, h] of [
      [1280, 720],
      [960, 640],
    ] as const) {
      await page.setViewportSize({ width: w, height: h });
      await get(page, 'preferences.set', { language: 'de', colorScheme: 'dark' });
      await page.reload();
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      await shot(`de-${w}-start`);
      await page.locator('.react-flow__node-module').nth(3).click();
      await shot(`de-${w}-selected`);
      await page.keyboard.press('l');
      await shot(`de-${w}-list`);
      await page.keyboard.press('l');
      await page
        .locator('.react-flow__node-module')
        .nth(5)
        .getByRole('button', { name: /hinzu/ })
        .first()
        .click();
      await shot(`de-${w}-popover`);
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    const made = await get(page, 'experiences.create', {
      name: 'Treuekarte',
      sample: { id: 'loyalty-card', language: 'de' },
    });
    await page.reload();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await shot('de-1280-loyalty');
    const graph = made.draft;
    const modules = Array.from({ length: 300 }, (_, i) => ({
      id: `m${i}`,
      type: 'message',
      ...(i % 3 === 0 && { name: `Begrüßung der Gäste ${i}` }),
      settings: { text: `Nr. ${i}` },
      position: { x: (i % 12) * 300, y: Math.floor(i / 12) * 170 },
    }));
    const edges = modules
      .slice(1)
      .map((_, i) => ({ from: `m${i}`, branch: 'next', to: `m${i + 1}` }));
    await get(page, 'experiences.saveDraft', {
      id: made.id,
      revision: made.revision,
      draft: {
        ...graph,
        start: 'm0',
        modules,
        edges,
        sections: [
          {
            id: 's1',
            name: 'Teilnahmebedingungen',
            colour: 'yellow',
            x: -200,
            y: -80,
            width: 1200,
            height: 900,
          },
        ],
      },
    });
    await page.reload();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await shot('de-1280-large');
  });
});
