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
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `${i + 1};HX7-${(i * 7919 + 100000).toString(36).toUpperCase()};5;${i % 3 ? 10 : 20};Filiale Köln`,
  );
  await writeFile(
    file,
    `sep=;\nGutscheine Sommer\nNr;Gutscheincode;Max. Einlösungen;Punkte;Filiale\n${rows.join('\n')}\n41;hx7–255S;5;20;x\n42;1,23E+12;5;1;x\n43;#REF!;1;1;x\n44;A;x;1;x\n`,
  );
  await answerOpenDialog(app, file);
  const shots = process.env.SHOTS ?? '';
  for (const [name, width, height] of [
    ['light', 1440, 900],
    ['small', 960, 640],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow, nativeTheme }, [w, h, d]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(Number(w), Number(h));
        nativeTheme.themeSource = d === 'small' ? 'dark' : 'light';
      },
      [width, height, name] as const,
    );
    if (name === 'small') {
      await page.evaluate(() =>
        document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'),
      );
    }
    await page.getByRole('button', { name: 'Import codes…' }).click();
    const dialog = page.getByRole('dialog');
    await page.screenshot({ path: join(shots, `${name}-0.png`) });
    await dialog.getByRole('button', { name: 'Choose a file…' }).click();
    await expect(dialog.getByRole('button', { name: 'Next' })).toBeVisible();
    await page.screenshot({ path: join(shots, `${name}-1.png`) });
    await dialog.getByRole('button', { name: 'Next' }).click();
    await expect(dialog.getByRole('button', { name: 'Back' })).toBeVisible();
    await page.screenshot({ path: join(shots, `${name}-2.png`) });
    await page.keyboard.press('Escape');
  }
});
