import { violationsOf } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { leaveKiosk, publish, startKiosk } from './support/kiosk';
import { saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('what a kiosk shows is set beside its preview, undone, and shown in the language that is chosen', async ({
  vault,
}) => {
  const { app, page } = vault;
  await saved(page);
  await page.getByRole('radio', { name: 'Design' }).evaluate((radio: HTMLElement) => radio.click());
  const section = page.getByRole('region', { name: 'On a kiosk' });
  const headline = section.getByLabel('Headline').first();

  await test.step('words are kept while they are typed, and shown at once', async () => {
    await headline.pressSequentially('Win a bicycle');
    await expect(headline).toHaveValue('Win a bicycle');
    const start = section.getByRole('img', { name: 'Preview of the start screen' });
    await expect(start).toContainText('Win a bicycle');
    await expect(section.getByText('13/120')).toBeVisible();
    await section.getByLabel('What can be won').fill('An e-bike');
    await expect(start).toContainText('An e-bike');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(section.getByLabel('What can be won')).toHaveValue('');
    await expect(headline).toHaveValue('Win a bicycle');
    await page.getByRole('button', { name: 'Redo' }).click();
    await section.getByLabel('Headline').nth(1).fill('See you there!');
    await expect(section.getByRole('img', { name: 'Preview of the end screen' })).toContainText(
      'See you there!',
    );
    expect(await violationsOf(page)).toEqual([]);
  });

  await test.step('a language is added, as the area of languages does', async () => {
    await saved(page);
    const { id, revision } = await onlyExperience(page);
    const { draft } = await get(page, 'experiences.get', { id });
    const gewinnen = { text: 'Gewinnen Sie ein Rad', of: 'Win a bicycle' };
    const bisBald = { text: 'Bis bald!', of: 'See you there!' };
    const translations = {
      de: { 'settings/kiosk.start.headline': gewinnen, 'settings/kiosk.end.headline': bisBald },
    };
    const languages = { main: 'en', others: ['de'] };
    const settings = { allowsBack: true, ...draft.settings, languages };
    await get(page, 'experiences.saveDraft', {
      id,
      draft: { ...draft, settings, translations },
      revision,
    });
    await page.reload();
    await publish(page);
  });

  await test.step('the kiosk invites, speaks the chosen language, and forgets it', async () => {
    const kiosk = await startKiosk(vault);
    await expect(kiosk.getByRole('heading', { name: 'Win a bicycle' })).toBeVisible();
    await expect(kiosk.getByText('An e-bike')).toBeVisible();
    const german = kiosk.getByRole('button', { name: 'Deutsch' });
    await expect(german).toHaveAttribute('lang', 'de');
    for (const [width, height] of [
      [1080, 1920],
      [1920, 1080],
      [960, 640],
    ] as const) {
      await kiosk.setViewportSize({ width, height });
      expect(await violationsOf(kiosk)).toEqual([]);
      for (const button of await kiosk.getByRole('button').all()) {
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      }
    }
    await german.click();
    const again = kiosk.getByRole('button', { name: 'Neu starten' });
    await expect(again).toBeVisible();
    await expect(kiosk.locator('html')).toHaveAttribute('lang', 'de');
    await kiosk.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
    await expect(kiosk.getByRole('button', { name: 'Start again' })).toBeVisible();
    await kiosk.getByRole('combobox', { name: 'Language' }).selectOption('de');
    // Main knows nothing of the chat any more: what it refuses is said to participants in their language.
    await get(kiosk, 'kiosk.reset');
    await kiosk.getByRole('button', { name: 'Red pill' }).click();
    await expect(kiosk.getByRole('alert')).toHaveText(/Dieses Gespräch ist beendet\. Bitte/);
    await again.click();
    await expect(kiosk.getByRole('heading', { name: 'Win a bicycle' })).toBeVisible();
    await expect(kiosk.locator('html')).toHaveAttribute('lang', 'en');
    await leaveKiosk(app, kiosk);
  });
});
