import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog } from './support/desktop';
import { openScreen } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });
test('look', async ({ vault, folder }) => {
  const { app, page } = vault;
  await openScreen(page, 'Codes');
  const file = join(folder, 'gutscheine-sommer.csv');
  await writeFile(
    file,
    `Kennung;Zweite;Max. Einlösungen;Punkte;Filiale\nA-1;B-1;5;1;x\nA-2;B-2;5;1;x\nA-1;B-3;5;2;x\n#REF!;B-4;1;1;y\n`,
  );
  await answerOpenDialog(app, file);
  const shots = process.env.SHOTS ?? '';
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(960, 640),
  );
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('DE').click();
  await page.evaluate(() =>
    document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'),
  );
  await page.getByRole('button', { name: 'Codes importieren …' }).click();
  const dialog = page.getByRole('dialog');
  await page.screenshot({ path: join(shots, 'de-0.png') });
  await dialog.getByRole('button', { name: 'Datei auswählen …' }).click();
  await expect(dialog.getByRole('button', { name: 'Weiter' })).toBeVisible();
  await page.screenshot({ path: join(shots, 'de-1.png') });
  await dialog.getByRole('combobox', { name: 'Spalte 1 Kennung' }).selectOption('Code');
  await dialog.getByRole('button', { name: 'Weiter' }).click();
  await expect(dialog.getByRole('button', { name: 'Zurück' })).toBeVisible();
  await page.screenshot({ path: join(shots, 'de-2.png') });
});
