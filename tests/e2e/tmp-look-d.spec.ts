import type { ElectronApplication, Page } from 'playwright/test';
import { get, onlyExperience } from './support/channels';
import { moduleNode, saved } from './support/pages';
import { test } from './support/vault';

const OUT = '/tmp/work/look-d';
const LOOKS = [
  { name: 'en1440', language: 'en', colorScheme: 'light', w: 1440, h: 900 },
  { name: 'de1280', language: 'de', colorScheme: 'dark', w: 1280, h: 720 },
  { name: 'en960', language: 'en', colorScheme: 'light', w: 960, h: 640 },
] as const;

async function size(app: ElectronApplication, w: number, h: number) {
  await app.evaluate(({ BrowserWindow }, [ww, hh]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(ww as number, hh as number);
  }, [w, h]);
}

test.use({ contents: 'raffle' });
test('look', async ({ vault: { app, page } }) => {
  test.setTimeout(300_000);
  await saved(page);
  const { id: experienceId, revision } = await onlyExperience(page);
  await get(page, 'versions.publish', { experienceId, revision, name: 'Summer', note: 'The first one' });
  await moduleNode(page, 'Email').click();
  await page.locator('[data-field=question]').fill('Where can we reach **you**, ${name}?');
  await moduleNode(page, 'End').click();
  await page.keyboard.press('Delete');
  await saved(page);
  for (const { name, language, colorScheme, w, h } of LOOKS) {
    const shot = (p: Page, what: string) => p.screenshot({ path: `${OUT}/${what}-${name}.png` });
    await size(app, w, h);
    await get(page, 'preferences.set', { language, colorScheme });
    await page.reload();
    const de = language === 'de';
    const step = async (what: string, work: () => Promise<void>) => {
      try {
        await work();
        await page.waitForTimeout(500);
        await shot(page, what);
      } catch (error) {
        console.log(name, what, String(error).slice(0, 300));
        await shot(page, `${what}-FAILED`);
      }
      await page.keyboard.press('Escape');
      await page.waitForTimeout(200);
    };
    page.setDefaultTimeout(5_000);
    await page.locator('.react-flow__node').first().waitFor();
    await step('history', () => page.getByRole('button', { name: de ? 'Versionsverlauf' : 'Version history' }).first().click());
    await step('publish', () => page.getByRole('button', { name: de ? 'Veröffentlichen …' : 'Publish…' }).click());
    await step('published', async () => {
      await page.getByRole('button', { name: de ? 'Veröffentlichen …' : 'Publish…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: de ? 'Veröffentlichen' : 'Publish', exact: true }).click();
      await page.getByText(/for another computer|anderen Computer/).waitFor();
    });
    await step('kiosk', async () => {
      await page.getByRole('navigation').getByText('Kiosk', { exact: true }).click();
      await page.locator('li h2').first().waitFor();
    });
    await step('kioskstart', () => page.locator('li button').first().click());
    await step('library', async () => {
      await page.getByRole('navigation').getByText(de ? 'Erlebnisse' : 'Experiences', { exact: true }).click();
      await page.locator('h1 button').click();
      await page.getByRole('menuitem', { name: de ? 'Alle Erlebnisse …' : 'All experiences…' }).click();
      await page.getByRole('button', { name: /Hello World/ }).last().click();
    });
    await step('delete', async () => {
      await page.getByRole('button', { name: /Hello World/ }).last().click();
      await page.getByRole('menuitem', { name: de ? 'Löschen …' : 'Delete…' }).click();
      await page.getByRole('dialog').locator('input[type=text], input:not([type])').last().fill('Hello World');
    });
    await step('undo', async () => {
      await page.getByRole('button', { name: /Hello World/ }).last().click();
      await page.getByRole('menuitem', { name: de ? 'Löschen …' : 'Delete…' }).click();
      await page.getByRole('dialog').locator('input[type=text], input:not([type])').last().fill('Hello World');
      await page.getByRole('dialog').locator('button[type=submit]').click();
    });
    await page.getByRole('row').getByRole('button', { name: /Undo|Rückgängig/ }).click().catch((e) => console.log(String(e).slice(0, 200)));
    await step('code', async () => {
      await page.getByRole('navigation').getByText(de ? /Einstellungen/ : /settings/).click();
      await page.getByRole('button', { name: de ? /Wiederherstellungscode/ : /recovery code/i }).click();
      await page.getByRole('dialog').locator('input').first().fill('violet tram unlocks seven lanterns');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.locator('output').waitFor({ timeout: 20_000 });
    });
    await page.reload();
    await page.locator('.react-flow__node').first().waitFor();
    await step('shortcuts', () => page.getByRole('button', { name: de ? 'Tastenkürzel' : 'Keyboard shortcuts' }).click());
    await step('codesimport', async () => {
      await page.getByRole('navigation').getByText('Codes', { exact: true }).click();
      await page.getByRole('button', { name: de ? /importieren/i : 'Import codes…' }).click();
    });
    await step('data', async () => {
      await page.getByRole('navigation').getByText(de ? 'Daten' : 'Data', { exact: true }).click();
      await page.getByRole('tab').first().waitFor();
    });
    await page.reload();
    await page.locator('.react-flow__node').first().waitFor();
  }
});
