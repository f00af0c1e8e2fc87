import type { Page } from 'playwright/test';
import type { Graph } from '../../preload/contract';
import { chain } from '../support/graphs';
import { added } from '../support/questions';
import { violationsOf } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { nextWindow, openLeave, startKiosk } from './support/kiosk';
import { PASSPHRASE, saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

/** Each asks for something else to type. */
function flow(): Graph {
  const ask = (type: string, settings = {}) => ({ ...added(type, settings), id: type });
  return chain(
    ask('email', { question: 'Your address?' }),
    ask('name'),
    ask('date', { question: 'Since when?' }),
    ask('number', { question: 'How many?' }),
    ask('free_text', { question: 'Anything else?', multiLine: true }),
    ask('choice'),
  );
}

const KEYS = { ' ': 'Space' } as Record<string, string>;
const board = (kiosk: Page) => kiosk.getByRole('region', { name: 'On-screen keyboard' });

/** Presses keys of the screen's keyboard and nothing else, with Shift where it has to be. */
async function pressKeys(kiosk: Page, text: string) {
  for (const character of text) await pressScreenKey(kiosk, character);
}

async function pressScreenKey(kiosk: Page, character: string) {
  const key = board(kiosk).getByRole('button', { name: KEYS[character] ?? character, exact: true });
  if ((await key.count()) === 0) {
    await board(kiosk).getByRole('button', { name: 'Shift' }).first().click();
  }
  await key.first().click();
}

const press = (kiosk: Page, name: string) =>
  board(kiosk).getByRole('button', { name, exact: true }).first().click();

test('everything is entered with the keyboard on the screen alone', async ({ vault }) => {
  const { app, page } = vault;
  await saved(page);
  const { id: experienceId, revision } = await onlyExperience(page);
  const draft = flow();
  const next = await get(page, 'experiences.saveDraft', { id: experienceId, draft, revision });
  await get(page, 'versions.publish', {
    experienceId,
    revision: next.revision,
    name: '',
    note: '',
  });
  const kiosk = await startKiosk(vault, (dialog) =>
    dialog.getByLabel('Keyboard on the screen').check(),
  );
  await kiosk.setViewportSize({ width: 960, height: 640 });
  await expect(board(kiosk)).toBeHidden();
  await kiosk.getByRole('button', { name: 'Start', exact: true }).click();

  await test.step('an address, without losing the focus, and never behind the keyboard', async () => {
    const field = kiosk.getByLabel('Your email address');
    await expect(board(kiosk)).toBeVisible();
    await expect(field).toBeFocused();
    await pressKeys(kiosk, 'guests');
    await press(kiosk, 'Delete');
    await pressKeys(kiosk, '@example');
    await press(kiosk, '.com');
    await expect(field).toHaveValue('guest@example.com');
    await expect(field).toBeFocused();
    const [keys, input] = await Promise.all([board(kiosk).boundingBox(), field.boundingBox()]);
    expect((input?.y ?? 0) + (input?.height ?? 0)).toBeLessThanOrEqual(keys?.y ?? 0);
    expect(await violationsOf(kiosk)).toEqual([]);
    expect(await tooSmall(kiosk)).toEqual([]);
  });

  await test.step('it goes, and comes back when the field is touched', async () => {
    await press(kiosk, 'Hide keyboard');
    await expect(board(kiosk)).toBeHidden();
    await kiosk.getByLabel('Your email address').click();
    await press(kiosk, 'Enter');
    await expect(kiosk.getByLabel('First name')).toBeVisible();
  });

  await test.step('a form, from field to field', async () => {
    const [first, last] = [kiosk.getByLabel('First name'), kiosk.getByLabel('Last name')];
    await first.click();
    await pressKeys(kiosk, 'Ada O');
    await expect(first).toHaveValue('Ada O');
    await press(kiosk, 'áç Letters with accents');
    await pressKeys(kiosk, 'ł');
    await press(kiosk, 'Move left');
    await press(kiosk, 'Delete');
    await expect(first).toHaveValue('Ada ł');
    await press(kiosk, 'Next field');
    await expect(last).toBeFocused();
    await press(kiosk, 'Previous field');
    await expect(first).toBeFocused();
    await press(kiosk, 'Enter');
    await expect(last).toBeFocused();
    await pressKeys(kiosk, 'King');
    expect(await violationsOf(kiosk)).toEqual([]);
    // A button is where it was until it has been pressed, though the field loses the focus before.
    await kiosk.getByRole('button', { name: 'Send' }).click();
    await expect(kiosk.getByText('Ada ł')).toBeVisible();
  });

  await test.step('a day, in the order of the language', async () => {
    const day = kiosk.getByRole('textbox', { name: 'Date' });
    await expect(day).toBeFocused();
    await pressKeys(kiosk, '02302026');
    await expect(day).toHaveValue('02/30/2026');
    await expect(kiosk.getByText(/A day is written like/)).toBeVisible();
    await pressKeys(kiosk, '12241990');
    await expect(day).toHaveValue('12/24/1990');
    await press(kiosk, 'Delete');
    await expect(day).toHaveValue('12/24/199');
    await pressKeys(kiosk, '1');
    await expect(day).toHaveValue('12/24/1991');
    await kiosk.getByRole('button', { name: 'Calendar: Date' }).click();
    await expect(board(kiosk)).toBeHidden();
    expect(await violationsOf(kiosk)).toEqual([]);
    await kiosk.getByRole('button', { name: 'December 25, 1991' }).click();
    await expect(day).toHaveValue('12/25/1991');
    await kiosk.getByRole('button', { name: 'Send' }).click();
    await expect(kiosk.getByText('December 25, 1991')).toBeVisible();
  });

  await test.step('a number, and a text of several lines', async () => {
    await expect(kiosk.getByText('How many?')).toBeVisible();
    await pressKeys(kiosk, '42');
    await press(kiosk, 'Enter');
    const text = kiosk.locator('textarea');
    await expect(text).toBeFocused();
    await pressKeys(kiosk, 'One');
    await press(kiosk, 'Enter');
    await pressKeys(kiosk, 'two!');
    await expect(text).toHaveValue('One\ntwo!');
    await kiosk.getByRole('button', { name: 'Send' }).click();
    await expect(board(kiosk)).toBeHidden();
  });

  await test.step('the passphrase of staff, above everything', async () => {
    await openLeave(kiosk);
    await expect(board(kiosk)).toBeVisible();
    await pressKeys(kiosk, PASSPHRASE);
    expect(await kiosk.content()).not.toContain('lanterns');
    await nextWindow(app, () => kiosk.getByRole('button', { name: 'Leave', exact: true }).click());
  });
});

/** Keys that are less than 48 pixels high or wide. */
const tooSmall = (kiosk: Page) =>
  board(kiosk)
    .getByRole('button')
    .evaluateAll((keys) =>
      keys.flatMap((key) => {
        const { width, height } = key.getBoundingClientRect();
        return Math.min(width, height) < 48 ? [`${key.textContent} ${width}x${height}`] : [];
      }),
    );
