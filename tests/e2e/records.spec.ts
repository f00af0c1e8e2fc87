import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { answerFileDialog } from './support/desktop';
import { openScreen } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'raffle' });

test('the records of processing follow what is published, and are saved as HTML and PDF', async ({
  vault: { app, page },
  folder,
}) => {
  const { id, revision } = await onlyExperience(page);
  await get(page, 'versions.publish', { experienceId: id, revision, name: '', note: '' });
  await openScreen(page, 'Records');
  const report = page.getByRole('article', { name: 'Records of processing activities' });
  await expect(report.getByRole('heading', { name: 'Hello World (version 1)' })).toBeVisible();
  await expect(report.getByRole('row', { name: /Giveaway Giveaways/ })).toContainText('60 days');

  await page.getByRole('button', { name: 'Complete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Controller').fill('Acme, 1 Main Street');
  await dialog.getByLabel('Purpose of “Hello World”').fill('Raffle at the fair');
  await expectAccessible(page, 'complete the records');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(report.getByText('Raffle at the fair')).toBeVisible();
  await expectAccessible(page, 'records');

  for (const format of ['html', 'pdf']) {
    const file = join(folder, `records.${format}`);
    await answerFileDialog(app, file);
    await page.getByRole('button', { name: `Save as ${format.toUpperCase()}` }).click();
    await expect(page.getByText(`were saved in records.${format}`)).toBeVisible();
    const content = readFileSync(file);
    if (format === 'html') expect(content.toString()).toContain('Raffle at the fair');
    else expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  }
});
