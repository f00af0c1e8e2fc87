import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { get } from './channels';
import { answerFileDialog, answerOpenDialog } from './desktop';
import {
  acceptObligations,
  createWorkspaceUpToTheCode,
  keepRecoveryCode,
  lock,
  openArea,
  openScreen,
  openTable,
  PASSPHRASE,
  preview,
  restart,
  type ScreenName,
  saveExport,
  takeTool,
  unlock,
} from './pages';
import type { Stop } from './tour';
import { actOn } from './users';

/* Every screen and dialog. A new one is one line; its place is where it is reached from. */

const click = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();

const dialogButton = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').last().getByRole('button', { name, exact: true }).last().click();

/** A module of the flow, on the canvas or, in a small window, in the list. */
const moduleIn = (page: Page, name: string) =>
  page
    .locator('.react-flow__node, [role=treeitem]')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();

async function showFlow(page: Page, how: 'as a list' | 'on the canvas'): Promise<void> {
  const tool = page.getByRole('button', { name: `Show the flow ${how}` }).first();
  if (await tool.isVisible()) await tool.click();
}

/** A screen, with what waits for it. */
const screen = (title: ScreenName): Stop => [
  title.toLowerCase().replaceAll(/[^a-z]+/g, ' '),
  ({ page }) => openScreen(page, title),
];

/** Not what the look before has begun to edit there, which is kept. */
const records: Stop = [
  'records',
  async ({ page }) => {
    await openScreen(page, 'Records');
    const leave = page.getByRole('button', { name: 'Back to the records' });
    const edit = page.getByRole('button', { name: 'Edit', exact: true }).first();
    await leave.or(edit).first().waitFor();
    if (await leave.isVisible()) await leave.click();
    await edit.waitFor();
  },
];

/** A dialog that a button of the screen opens. */
const behind = (name: string, button: string | RegExp): Stop => [
  name,
  ({ page }) => click(page, button),
];

const tab = (name: string, title: string | RegExp): Stop => [
  name,
  ({ page }) => page.getByRole('tab', { name: title }).click(),
];

/** An entry of the menu that a button opens. */
const inMenu = (name: string, button: string | RegExp, item: string): Stop => [
  name,
  async ({ page }) => {
    await click(page, button);
    await page.getByRole('menuitem', { name: item }).click();
  },
];

const firstSteps: readonly Stop[] = [
  ['create a workspace', ({ page }) => page.getByLabel('Name of the workspace').waitFor()],
  [
    'create a workspace with errors',
    async ({ page }) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('short');
      await click(page, 'Create workspace');
      await page.getByText('Give the workspace a name.').waitFor();
    },
  ],
  ['recovery code', ({ page }) => createWorkspaceUpToTheCode(page)],
  ['first steps', ({ page }) => keepRecoveryCode(page)],
  ['hello world', ({ page }) => moduleIn(page, 'Message').waitFor()],
  screen('Codes'),
  screen('Legal texts'),
  screen('Kiosk'),
  screen('Overview'),
  screen('Data'),
  screen('Draws'),
  screen('Exports'),
  screen('People and requests'),
  screen('Retention'),
];

/** What a new user meets, in an application without a workspace. */
export const beforeWork = firstSteps.map(([name, open]): Stop => [`new ${name}`, open]);

export const SCREENS: readonly Stop[] = [
  screen('Experiences'),
  screen('Codes'),
  screen('Legal texts'),
  screen('Kiosk'),
  screen('Overview'),
  ['data giveaways', ({ page }) => openTable(page, 'Giveaways')],
  screen('Draws'),
  screen('Exports'),
  screen('People and requests'),
  screen('Retention'),
  screen('Records'),
  screen('Audit log'),
  screen('Users'),
  screen('Storage & settings'),
];

/** It takes turns with the module where there is no room for both. */
async function showPreview(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Preview', exact: true });
  if (await tab.isVisible()) await tab.click();
}

/** The look before has ended in the list of all experiences. */
async function openHelloWorld(page: Page): Promise<void> {
  await openScreen(page, 'Experiences');
  const row = page.getByRole('row', { name: /Hello World/ });
  await row.or(moduleIn(page, 'Message')).first().waitFor();
  if (await row.isVisible())
    await row.getByRole('button', { name: 'Hello World', exact: true }).click();
  await moduleIn(page, 'Message').waitFor();
}

const builder: readonly Stop[] = [
  ['experiences', ({ page }) => openHelloWorld(page)],
  ...['Message', 'Choice', 'External link', 'Email', 'Giveaway'].map(
    (module): Stop => [
      `module ${module.toLowerCase()}`,
      async ({ page }) => {
        await moduleIn(page, module).click();
        await page.locator('#inspector-title').filter({ hasText: module }).waitFor();
      },
    ],
  ),
  [
    'add a module',
    ({ page }) =>
      moduleIn(page, 'Email')
        .getByRole('button', { name: /^Add a module/ })
        .first()
        .click(),
  ],
  ['palette', ({ page }) => takeTool(page, 'Modules')],
  [
    'find in the flow',
    async ({ page }) => {
      await takeTool(page, 'Modules');
      await takeTool(page, 'Find in the flow');
      await page.getByRole('searchbox').or(page.getByLabel('Find in the flow')).last().fill('e');
    },
  ],
  [
    'a section',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await showFlow(page, 'on the canvas');
      await takeTool(page, 'Add a section');
    },
  ],
  [
    'flow as a list',
    async ({ page }) => {
      await takeTool(page, 'Undo');
      await showFlow(page, 'as a list');
    },
  ],
  [
    'problems',
    async ({ page }) => {
      await showFlow(page, 'on the canvas');
      await click(page, /problem/i);
    },
  ],
  [
    'chat',
    async ({ page }) => {
      await showPreview(page);
      await restart(page);
      await preview(page).getByRole('button', { name: 'Red pill' }).click();
    },
  ],
  behind('preview options', 'Preview options'),
  behind('try all ways', 'Try all ways'),
  behind('personas', 'Personas'),
  [
    'preview large',
    async ({ page }) => {
      await click(page, 'Personas');
      await click(page, 'Preview large');
    },
  ],
  [
    'kiosk dialog',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await preview(page).getByRole('button', { name: 'Start a kiosk…' }).click();
    },
  ],
  behind('publish', 'Publish…'),
  [
    'published',
    async ({ page }) => {
      await click(page, 'Publish…');
      await dialogButton(page, 'Publish');
      await page.getByRole('dialog', { name: /is published/ }).waitFor();
    },
  ],
  behind('history', 'Version history'),
  ['keyboard shortcuts', ({ page }) => takeTool(page, 'Keyboard shortcuts')],
  ['switch experience', ({ page }) => page.getByTitle('Switch experience').click()],
  [
    'new experience',
    async ({ page }) => {
      await page.getByTitle('Switch experience').click();
      await page.getByRole('menuitem', { name: 'New experience…' }).click();
    },
  ],
  [
    'chat settings',
    async ({ page }) => {
      await page.getByTitle('Switch experience').click();
      await page.getByRole('menuitem', { name: 'Chat settings…' }).click();
    },
  ],
  ['design', ({ page }) => openArea(page, 'Design')],
  ['languages', ({ page }) => openArea(page, 'Languages')],
  ['flow again', ({ page }) => openArea(page, 'Flow')],
  [
    'all experiences',
    async ({ page }) => {
      await page.getByTitle('Switch experience').click();
      await page.getByRole('menuitem', { name: 'All experiences…' }).click();
      await page.getByRole('row', { name: /Hello World/ }).waitFor();
    },
  ],
  [
    'import an experience',
    async ({ app, page, folder }) => {
      const file = join(folder, 'experience.json');
      const [experience] = await get(page, 'experiences.list');
      await answerFileDialog(app, file);
      await get(page, 'experiences.export', { id: experience?.id ?? '' });
      await answerOpenDialog(app, file);
      await click(page, 'Import…');
    },
  ],
  inMenu('delete an experience', 'Actions for “Hello World”', 'Delete…'),
];

const collected: readonly Stop[] = [
  screen('Codes'),
  [
    'import codes',
    async ({ app, page, folder }) => {
      const file = join(folder, 'vouchers.csv');
      await writeFile(file, 'Gutscheincode;Max. Einlösungen\nHX7-AAA;5\nHX7-AAB;1\nHX7–AAA;2\n');
      await answerOpenDialog(app, file);
      await click(page, 'Import codes…');
      await dialogButton(page, 'Choose a file…');
      await page.getByRole('dialog').getByRole('button', { name: 'Next' }).waitFor();
    },
  ],
  inMenu('rename codes', 'Actions for Summer', 'Rename…'),
  inMenu('delete codes', 'Actions for Summer', 'Delete…'),
  screen('Legal texts'),
  behind('new legal text', 'New text…'),
  behind('make a privacy notice', 'Make a privacy notice…'),
  [
    'edit a legal text',
    ({ page }) => page.getByText('Privacy notice', { exact: true }).first().click(),
  ],
  behind('publish a legal text', 'Publish…'),
  [
    'published legal text',
    async ({ page }) => {
      await openScreen(page, 'Legal texts');
      await page
        .getByRole('button', { name: 'All legal texts' })
        .click({ timeout: 500 })
        .catch(() => undefined);
      await page.getByText('Terms of the summer raffle', { exact: true }).first().click();
    },
  ],
];

const atTheStand: readonly Stop[] = [
  screen('Kiosk'),
  behind('start a kiosk', /^Start.*kiosk/),
  ['command palette', ({ page }) => page.keyboard.press('Control+K')],
  [
    'command palette with words',
    async ({ page }) => {
      await page.keyboard.press('Control+K');
      await page.keyboard.type('ex');
    },
  ],
];

const data: readonly Stop[] = [
  screen('Overview'),
  [
    'overview as tables',
    async ({ page }) => {
      for (const each of await page.getByRole('switch', { name: 'Show as table' }).all()) {
        if (!(await each.isChecked())) await each.dispatchEvent('click');
      }
    },
  ],
  ...['Customers', 'Giveaways', 'Winners', 'Variables', 'Consents', 'Answers', 'Runtime log'].map(
    (table): Stop => [`data ${table.toLowerCase()}`, ({ page }) => openTable(page, table)],
  ),
  [
    'an entry',
    async ({ page }) => {
      await openTable(page, 'Giveaways');
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  ],
  behind('columns', 'Columns'),
  behind('views', 'Views'),
  behind('masking', 'Values shown'),
  [
    'delete an entry',
    async ({ page }) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Delete');
      await page.getByRole('dialog').waitFor();
    },
  ],
  behind('delete all', 'Delete all'),
  ['export what for', ({ page }) => click(page, 'Export table')],
  [
    'export selection',
    async ({ page }) => {
      await click(page, 'Export table');
      await dialogButton(page, 'Change selection');
    },
  ],
  ['export obligations', ({ page }) => acceptObligations(page)],
  [
    'export password',
    async ({ page }) => {
      await acceptObligations(page);
      await dialogButton(page, 'Accept and continue');
      await page.getByLabel('I have kept the password').waitFor();
    },
  ],
  [
    'export saved',
    async ({ app, page, folder }) => {
      await acceptObligations(page);
      await dialogButton(page, 'Accept and continue');
      await answerFileDialog(app, join(folder, 'again.zip'));
      await saveExport(page);
      await page.getByText('verified by reading it back').waitFor();
    },
  ],
  screen('Draws'),
  behind('prepare a draw', 'Prepare a draw'),
  behind('draw now', 'Draw now'),
  behind('mark as notified', 'Mark as notified'),
  inMenu('declined', /^Actions for rank/, 'Mark as declined'),
  inMenu('letter to winners', 'List and letters', 'Letters (PDF)'),
  behind('how to check a draw', 'How to check this draw'),
  screen('Exports'),
  behind('export rules', 'Change rules'),
  behind('delete an export file', 'Delete the file…'),
];

const protection: readonly Stop[] = [
  [
    'requests',
    async ({ page }) => {
      await openScreen(page, 'People and requests');
      await page.getByRole('tab', { name: 'Requests' }).click();
      await page.getByRole('table', { name: 'Requests' }).waitFor();
    },
  ],
  behind('new request', 'New request'),
  [
    'a request',
    async ({ page }) => {
      await page.getByRole('rowheader').getByRole('button').first().click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
    },
  ],
  [
    'people found',
    async ({ page }) => {
      await click(page, 'Back to the requests').catch(() => undefined);
      await page.getByRole('tab', { name: 'Find a person' }).click();
      const field = page.getByRole('combobox', { name: /^Email address/ });
      await field.fill('an');
      await field.press('Enter');
      await page.getByRole('region', { name: 'People found' }).waitFor();
    },
  ],
  [
    'a person',
    async ({ page }) => {
      const field = page.getByRole('combobox', { name: /^Email address/ });
      await field.fill('bob@example.com');
      await field.press('Enter');
      await page.getByRole('heading', { name: 'bob@example.com' }).waitFor();
    },
  ],
  behind('answer file', 'Make answer file'),
  behind('erase a person', 'Erase'),
  tab('erasure certificates', 'Erasure certificates'),
  [
    'retention',
    async ({ page }) => {
      await openScreen(page, 'Retention');
      await page.getByRole('tab', { name: 'What is kept how long' }).click();
    },
  ],
  [
    'retention rules',
    async ({ page }) => {
      const rules = page.getByRole('button', { name: 'Change: Giveaways' });
      await rules.click();
      await rules.scrollIntoViewIfNeeded();
    },
  ],
  [
    'retention rule',
    ({ page }) =>
      page
        .getByRole('button', { name: /^Change “Giveaways/ })
        .first()
        .click(),
  ],
  tab('retention calendar', 'Calendar'),
  tab('legal holds', 'Legal holds'),
  behind('request a hold', 'Request hold'),
  tab('deletion receipts', 'Deletion receipts'),
  tab('totals', 'Totals'),
  records,
  behind('edit the records', 'Edit'),
  behind('records of users', /^Users and audit log/),
  behind('review of the records', /^Review/),
  screen('Audit log'),
  [
    'audit entry',
    async ({ page }) => {
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  ],
  behind('audit retention', 'Change'),
  [
    'audit verified',
    async ({ page }) => {
      await click(page, 'Verify now');
      await page.getByText('The log is intact').waitFor();
    },
  ],
];

const administration: readonly Stop[] = [
  screen('Users'),
  behind('add a user', 'Add user'),
  ['new first passphrase', ({ page }) => actOn(page, 'Edda Editor', 'New first passphrase…')],
  ['disable a user', ({ page }) => actOn(page, 'Edda Editor', 'Disable…')],
  ['remove a user', ({ page }) => actOn(page, 'Edda Editor', 'Remove…')],
  behind('rotate the key', 'Rotate the key…'),
  screen('Storage & settings'),
  behind('change passphrase', 'Change passphrase'),
  behind('new recovery code', 'Make a new recovery code'),
  [
    'switch storing off',
    ({ page }) =>
      page.getByRole('switch', { name: 'Store data in this workspace' }).dispatchEvent('click'),
  ],
  [
    'end of the settings',
    ({ page }) => page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded(),
  ],
  behind('first steps again', 'First steps'),
];

/** All that is behind the unlocked workspace. */
export const atWork: readonly Stop[] = [
  ...builder,
  ...collected,
  ...atTheStand,
  ...data,
  ...protection,
  ...administration,
];

/** The last ones: the workspace stays locked. */
export const lockedOut: readonly Stop[] = [
  ['unlock', ({ page }) => lock(page)],
  [
    'unlock with a wrong passphrase',
    async ({ page }) => {
      await unlock(page, `not ${PASSPHRASE}`);
      await page.getByText('does not open the workspace').waitFor();
    },
  ],
];
