import { expect, type Locator, type Page } from 'playwright/test';

/* What a user sees and does, in the words of the English pages. */

export const PASSPHRASE = 'violet tram unlocks seven lanterns';
export const WORKSPACE = 'Summer campaigns';
export const USER = 'Ada Admin';

/** Creates the workspace, keeps the recovery code and goes on to the sample; returns the code. */
export async function createWorkspace(page: Page, passphrase = PASSPHRASE): Promise<string> {
  await createWorkspaceUpToTheCode(page, passphrase);
  const recoveryCode = await keepRecoveryCode(page);
  await closeFirstSteps(page);
  await expect(moduleNode(page, 'Message').first()).toBeVisible();
  return recoveryCode;
}

/** Creates the workspace; the recovery code is shown then. */
export async function createWorkspaceUpToTheCode(page: Page, passphrase = PASSPHRASE) {
  await page.getByLabel('Name of the workspace').fill(WORKSPACE);
  await page.getByLabel('Your name').fill(USER);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat the passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByLabel('Recovery code', { exact: true }).waitFor();
}

/** They are shown when a workspace has been made. */
export async function closeFirstSteps(page: Page): Promise<void> {
  const steps = page.getByRole('dialog', { name: 'First steps' });
  await steps.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(steps).toHaveCount(0);
}

/** Reads the recovery code that is shown now, and goes on. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const code = await page.getByLabel('Recovery code', { exact: true }).textContent();
  await page.getByLabel('I have kept the recovery code').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  return code ?? '';
}

export async function unlock(page: Page, passphrase = PASSPHRASE) {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

export async function lock(page: Page) {
  await page.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible();
}

/** Chooses in the menu of the signed-in user: a language, how the application looks. */
export async function choosePreference(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Ada Admin/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

export type ScreenName =
  | 'Experiences'
  | 'Data'
  | 'People and requests'
  | 'Overview'
  | 'Draws'
  | 'Exports'
  | 'Codes'
  | 'Kiosk'
  | 'Retention'
  | 'Users'
  | 'Legal texts'
  | 'Records'
  | 'Audit log'
  | 'Storage & settings';

export function screenButton(page: Page, name: ScreenName): Locator {
  return page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('button')
    .filter({ has: page.getByText(name, { exact: true }) });
}

/** Stays in what is open on the screen: from within it, its button leads to the top of it. */
export async function openScreen(page: Page, name: ScreenName) {
  const button = screenButton(page, name);
  if ((await button.getAttribute('aria-current')) === null) await button.click();
}

/** A tool of the builder's header, which has a menu for those that find no room. */
export async function takeTool(page: Page, name: string): Promise<void> {
  const header = page.getByRole('toolbar', { name: 'Draft' });
  const tool = header.getByRole('button', { name, exact: true });
  const more = header.getByRole('button', { name: 'More tools' });
  await expect(tool.or(more).first()).toBeVisible();
  if (await tool.isVisible()) return tool.click();
  await more.click();
  await page.getByRole('menuitem', { name }).click();
}

/** What of the experience is worked on in the builder. */
export async function openArea(page: Page, name: 'Flow' | 'Design' | 'Languages'): Promise<void> {
  await page
    .getByRole('radiogroup', { name: 'Parts of the experience' })
    .getByText(name, { exact: true })
    .dispatchEvent('click');
}

/** A node of the canvas; its accessible name begins with the module's name. */
export function moduleNode(page: Page, name: string): Locator {
  return page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
}

export async function addBelow(page: Page, moduleName: string, branch: string, added: string) {
  await moduleNode(page, moduleName)
    .getByRole('button', { name: `Add a module below “${branch}”` })
    .click();
  await page.getByRole('combobox', { name: 'Search modules' }).fill(added);
  await page.keyboard.press('Enter');
  await expect(moduleNode(page, added)).toBeVisible();
}

export async function saved(page: Page) {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** Builds the story's flow: the sample, with Email and Giveaway below the external link. */
export async function buildRaffle(page: Page) {
  await addBelow(page, 'External link', 'Next', 'Email');
  await page.getByLabel('Terms to accept').fill('I accept the terms of participation.');
  await addBelow(page, 'Email', 'Next', 'Giveaway');
  await page.getByRole('button', { name: 'Add giveaway' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Summer raffle');
  await saved(page);
}

export function preview(page: Page): Locator {
  return page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: 'Preview' }) });
}

/** Starts the chat, or starts it again. */
export async function restart(page: Page) {
  await preview(page)
    .getByRole('button', { name: /^(Start the chat|Restart)$/, disabled: false })
    .click();
}

/** Plays the raffle from the start to its last message. */
export async function takePart(page: Page, email: string) {
  const chat = preview(page);
  await restart(page);
  await chat.getByRole('button', { name: 'Red pill' }).click();
  await chat.getByRole('button', { name: 'Follow the white rabbit' }).click();
  await answerEmail(page, email);
}

export async function answerEmail(page: Page, email: string) {
  const chat = preview(page);
  await chat.getByLabel('I accept the terms of participation.').check();
  await chat.getByLabel('Your email address').fill(email);
  await page.keyboard.press('Enter');
}

export async function openTable(page: Page, table: string) {
  await openScreen(page, 'Data');
  await page.getByRole('tab', { name: table }).click();
}

/** Opens the export dialog, says what for and ticks the four obligations. */
export async function acceptObligations(page: Page, button = 'Export table') {
  await page.getByRole('button', { name: button }).click();
  await page.getByLabel('What is the export for?').fill('Send the prizes to the winners');
  const boxes = page.getByRole('dialog').getByRole('checkbox');
  await expect(boxes).toHaveCount(4);
  for (const box of await boxes.all()) await box.check();
}

/** Goes on to the one-time password, and reads it. */
export async function oneTimePassword(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Accept and continue' }).click();
  return shownPassword(page);
}

export async function shownPassword(page: Page): Promise<string> {
  const password = page.getByRole('dialog').getByLabel('One-time password');
  return (await password.textContent())?.trim() ?? '';
}

/** The first two steps of an export. */
export async function prepareExport(page: Page, button?: string): Promise<string> {
  await acceptObligations(page, button);
  return oneTimePassword(page);
}

export async function saveExport(page: Page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('I have kept the password').check();
  await dialog.getByRole('button', { name: /Save…|Choose another place…/ }).click();
}

/** Switches storing data off for the workspace, or on again, and stays in the settings. */
export async function setStoring(page: Page, storing: boolean) {
  await openScreen(page, 'Storage & settings');
  const control = page.getByRole('switch', { name: 'Store data in this workspace' });
  // Its track covers the input itself.
  await control.dispatchEvent('click');
  if (!storing) {
    await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
  }
  await expect(control).toBeChecked({ checked: storing });
}

export async function sweepNow(page: Page) {
  await openScreen(page, 'Storage & settings');
  await page.getByRole('button', { name: 'Delete expired entries now' }).click();
}
