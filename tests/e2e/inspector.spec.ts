import type { Page } from 'playwright/test';
import { violationsOf } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { moduleNode, takeTool } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

/** What is typed is saved a moment later. */
async function expectSettings(page: Page, type: string, wanted: Record<string, unknown>) {
  await expect
    .poll(async () => {
      const { draft } = await onlyExperience(page);
      return draft.modules.find((module) => module.type === type)?.settings;
    })
    .toMatchObject(wanted);
}

const inspector = (page: Page) => page.locator('section[data-module]');

test('takes dates as people of the language write them, and from a calendar by keys alone', async ({
  vault: { page },
}) => {
  await get(page, 'preferences.set', { language: 'de' });
  await page.reload();
  await moduleNode(page, 'Gewinnspiel').click();
  const panel = inspector(page);
  const from = panel.getByRole('textbox', { name: 'Von (optional)' });

  await test.step('typed', async () => {
    await from.fill('31.12.2026, 18:30');
    await from.blur();
    await expect(from).toHaveValue('31.12.2026, 18:30');
    await expectSettings(page, 'giveaway', {
      giveaways: [{ from: '2026-12-31 18:30' }],
    });
    await from.fill('31.02.2026');
    await from.blur();
    await expect(panel.getByText(/^Nicht verstanden und nicht übernommen/)).toBeVisible();
    await expectSettings(page, 'giveaway', {
      giveaways: [{ from: '2026-12-31 18:30' }],
    });
  });

  await test.step('picked by keys', async () => {
    await from.fill('31.12.2026');
    await from.press('Alt+ArrowDown');
    await expect(
      page.getByRole('button', { name: '31. Dezember 2026', exact: true }),
    ).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(from).toHaveValue('30.12.2026');
    await expectSettings(page, 'giveaway', {
      giveaways: [{ from: '2026-12-30' }],
    });
  });

  await test.step('of every year', async () => {
    await panel
      .getByRole('radiogroup', { name: 'Wie oft: Von (optional)' })
      .getByText('Jedes Jahr')
      .click();
    await expect(from).toHaveValue('30.12.');
    await page.keyboard.press('Tab');
    await expectSettings(page, 'giveaway', { giveaways: [{ from: '12-30' }] });
  });

  await test.step('prizes are in sight, and the list sums itself up', async () => {
    await panel.getByRole('button', { name: 'Preis hinzufügen' }).click();
    await panel.getByRole('textbox', { name: 'Preis', exact: true }).fill('Tasse');
    await panel.getByRole('button', { name: /^Sommer|^Summer/ }).click();
    await expect(panel.getByText('Preise: 1 × Tasse')).toBeVisible();
    expect(await violationsOf(page, 'section[data-module]')).toEqual([]);
  });

  await test.step('in a low window, the settings come before the details of what is stored', async () => {
    const storage = panel.getByRole('button', { name: /^Speicherung/ });
    await expect(storage).toHaveAttribute('aria-expanded', 'true');
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect(storage).toHaveAttribute('aria-expanded', 'false');
    await expect(storage).toContainText('bis 60 Tage');
  });
});

test('modules that are dropped on another follow it or change places with it', async ({
  vault: { page },
}) => {
  const edge = (from: string, to: string) =>
    page.getByRole('group', {
      name: `From ${from}, “${from === 'Giveaway' ? 'Takes part' : 'Next'}”, to ${to}`,
    });
  const drag = async (name: string, onto: string, part: number) => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    const [from, to] = await Promise.all(
      [name, onto].map((each) => moduleNode(page, each).boundingBox()),
    );
    if (!from || !to) throw new Error('Both have to be in view.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height * 0.3);
    await page.mouse.down();
    const at = { x: to.x + to.width / 2, y: to.y + to.height * part };
    await page.mouse.move(at.x, at.y - 4, { steps: 8 });
    await page.mouse.move(at.x, at.y, { steps: 2 });
  };
  await expect(edge('Email', 'Giveaway')).toBeAttached();

  await drag('Giveaway', 'Email', 0.25);
  await expect(page.getByText('Swap', { exact: true })).toBeVisible();
  await page.mouse.up();
  await expect(edge('Giveaway', 'Email')).toBeAttached();
  await expect(edge('External link', 'Giveaway')).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(edge('Email', 'Giveaway')).toBeAttached();

  await drag('Email', 'Giveaway', 0.75);
  await expect(page.getByText('Insert after', { exact: true })).toBeVisible();
  await page.mouse.up();
  await expect(edge('Giveaway', 'Email')).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(edge('Email', 'Giveaway')).toBeAttached();

  await takeTool(page, 'Modules');
  // Beside the settings of a module, the palette is a column of icons.
  await page.getByRole('button', { name: 'Message', exact: true }).hover();
  const email = await moduleNode(page, 'Email').boundingBox();
  if (!email) throw new Error('Email is not in view.');
  await page.mouse.down();
  await page.mouse.move(email.x + 60, email.y + 20, { steps: 4 });
  await page.mouse.move(email.x + 64, email.y + 24, { steps: 4 });
  await page.mouse.up();
  await expect(edge('Email', 'Message')).toBeAttached();
  await expect(edge('Message', 'Giveaway')).toBeAttached();
});
