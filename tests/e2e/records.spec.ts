import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { answerFileDialog } from './support/desktop';
import { lock, openScreen, unlock } from './support/pages';
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

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const part = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Parts of the records' }).getByRole('button', { name });
  await page.getByLabel('Controller: name').fill('Acme');
  await page.getByLabel('Address').fill('1 Main Street');
  await expectAccessible(page, 'the controller');
  await part(/Hello World/).click();
  await page.getByRole('button', { name: /^Running a prize draw/ }).click();
  await expect(page.getByLabel('Purpose')).toHaveValue(/^Running a prize draw/);
  await page.getByLabel('Consent (Art. 6(1)(a) GDPR)').check();
  await expect(page.getByText('Please check: consent is chosen')).toBeVisible();
  await page.getByLabel('Consent (Art. 6(1)(a) GDPR)').uncheck();
  await page.getByLabel('Contract (Art. 6(1)(b) GDPR)').check();
  await expect(page.getByText('Please check: consent is chosen')).toBeHidden();
  await page.getByLabel('Recipients').fill('The jury');
  await page.getByRole('button', { name: 'Add a processor' }).click();
  await page.getByRole('group', { name: 'Processor 1' }).getByLabel('Name').fill('Parcel service');
  await expect(part(/Hello World/)).toContainText('1 open point');
  await expectAccessible(page, 'an activity');

  // Nothing is saved yet, and nothing is lost on another screen, nor by a lock.
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('group', { name: 'Processor 1' }).getByLabel('For what').fill('Parcels ');
  await openScreen(page, 'Audit log');
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
  await lock(page);
  await unlock(page);
  await openScreen(page, 'Records');
  await expect(page.getByLabel('Recipients')).toHaveValue('The jury');
  const processor = page.getByRole('group', { name: 'Processor 1' });
  await expect(processor.getByLabel('For what')).toHaveValue('Parcels');
  await page.getByRole('button', { name: 'Add a processor' }).click();
  await expect(page.getByRole('group', { name: 'Processor 2' }).getByLabel('Name')).toBeFocused();
  await page.getByRole('button', { name: 'Remove processor 2' }).click();
  await expect(page.getByRole('button', { name: 'Remove processor 1' })).toBeFocused();

  await part(/Review/).click();
  await page.getByRole('textbox', { name: 'Next review' }).fill('2026-01-05');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
  await expect(report).toContainText('Contract (Art. 6(1)(b) GDPR)');
  await expect(report).toContainText('Parcel service: Parcels (no contract stated)');
  await expect(page.getByText('were to be reviewed by')).toBeVisible();
  await expectAccessible(page, 'records');

  for (const format of ['html', 'pdf']) {
    const file = join(folder, `records.${format}`);
    await answerFileDialog(app, file);
    await page.getByRole('button', { name: `Save as ${format.toUpperCase()}` }).click();
    await expect(page.getByText(`were saved in records.${format}`)).toBeVisible();
    const content = readFileSync(file);
    if (format === 'html') expect(content.toString()).toContain('Parcel service');
    else expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  }
});
