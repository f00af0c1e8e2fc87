import type { Locator, Page } from 'playwright/test';
import type { Graph } from '../../preload/contract';
import { chain, edge, offers, raffles } from '../support/graphs';
import { added } from '../support/questions';
import { violationsOf } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { passSecondsOnPage } from './support/desktop';
import { leaveKiosk, startKiosk } from './support/kiosk';
import { openScreen, preview, saved } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

const free = (id: string, question: string, variable: string) => ({
  ...added('free_text', { question, variable, multiLine: false }),
  id,
});

/** A question with a branch, then a raffle, then a question after it. */
function flow(): Graph {
  const options = offers('allergies', 'yes', 'no');
  const ask = { ...options, settings: { ...options.settings, variable: 'allergies' } };
  const email = { ...added('email', { question: 'Your address?' }), id: 'email' };
  const { edges, ...rest } = chain(
    free('which', 'Against what?', 'which'),
    offers('sure', 'go'),
    email,
    raffles('raffle'),
    free('more', 'Anything else?', 'more'),
    offers('last', 'done'),
  );
  return {
    ...rest,
    start: 'allergies',
    modules: [ask, ...rest.modules],
    edges: [
      ...edges.filter(({ from }) => from !== 'sure'),
      edge('allergies', 'yes', 'which'),
      edge('allergies', 'no', 'sure'),
      edge('sure', 'go', 'email'),
    ],
  };
}

const own = (page: Page | Locator): Locator => page.locator('[data-side="own"]');
const log = (page: Page): Locator => page.getByRole('log');

/** What can be touched and is less than 48 pixels high or wide. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, label:has(input)')]
      .filter((each) => !each.closest('label') || each.matches('label'))
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width > 0 && Math.min(width, height) < 48;
      })
      .map((each) => each.outerHTML),
  );

/** Both taps of a double tap, before the page knows what has become of the first. */
async function doubleTap(button: Locator): Promise<void> {
  await button.evaluate((element) => {
    const tap = { bubbles: true, cancelable: true, detail: 1 };
    for (let taps = 0; taps < 2; taps++) element.dispatchEvent(new MouseEvent('click', tap));
  });
}

/** From now on, whatever comes to be asked is tapped on at once: none of it may count. */
async function tapTooEarly(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = { taps: 0 };
    Object.assign(window, { counted });
    const tap = { bubbles: true, cancelable: true, detail: 1 };
    new MutationObserver(() => {
      for (const button of document.querySelectorAll('[data-new] button')) {
        counted.taps += 1;
        button.dispatchEvent(new MouseEvent('click', tap));
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

test('a participant changes an answer, what it led to is withdrawn, and a participation stays', async ({
  vault,
}) => {
  const { app, page } = vault;
  await saved(page);
  const { id: experienceId, revision } = await onlyExperience(page);
  const next = await get(page, 'experiences.saveDraft', {
    id: experienceId,
    draft: flow(),
    revision,
  });
  const publication = { experienceId, revision: next.revision, name: '', note: '' };
  await get(page, 'versions.publish', publication);
  const kiosk = await startKiosk(vault);
  await kiosk.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await tapTooEarly(kiosk);
  await kiosk.getByRole('button', { name: 'Start', exact: true }).click();

  await test.step('a double tap answers once, with reduced motion too', async () => {
    await expect(kiosk.locator('[data-new]')).toHaveCount(0);
    expect(await kiosk.evaluate(() => Reflect.get(window, 'counted').taps)).toBeGreaterThan(0);
    await expect(own(kiosk)).toHaveCount(0);
    await doubleTap(kiosk.getByRole('button', { name: 'The yes' }));
    await expect(log(kiosk)).toContainText('Against what?');
    await expect(own(kiosk)).toHaveCount(1);
  });

  await test.step('what an input method enters after a while counts, though no key came before', async () => {
    await passSecondsOnPage(kiosk, 5);
    // The kiosk looks at the time four times a second.
    await kiosk.waitForTimeout(600);
    await kiosk.keyboard.insertText('nuts');
    await expect(kiosk.getByLabel('Your answer')).toHaveValue('nuts');
  });

  await test.step('back to the first question, by the answer itself', async () => {
    await kiosk.keyboard.press('Enter');
    await expect(kiosk.getByRole('button', { name: 'The go' })).toBeVisible();
    expect(await violationsOf(kiosk)).toEqual([]);
    expect(await tooSmall(kiosk)).toEqual([]);
    await kiosk.getByRole('button', { name: 'Change answer “The yes”' }).click();
    await expect(kiosk.getByRole('status').first()).toContainText('You are changing your answer.');
    await expect(kiosk.getByRole('button', { name: 'The yes' })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await expect(own(kiosk)).toHaveCount(0);
    await expect(log(kiosk)).not.toContainText('nuts');
  });

  await test.step('the same way again is filled in, and Back leads one question back', async () => {
    await kiosk.getByRole('button', { name: 'The yes' }).click();
    await expect(kiosk.getByLabel('Your answer')).toHaveValue('nuts');
    const back = kiosk.getByRole('button', { name: 'Back', exact: true });
    await back.focus();
    await kiosk.keyboard.press('Enter');
    await kiosk.getByRole('button', { name: 'The no' }).click();
    await expect(own(kiosk)).toHaveText(['You: The no']);
  });

  await test.step('a participation is a border, and says so', async () => {
    await kiosk.getByRole('button', { name: 'The go' }).click();
    expect(await tooSmall(kiosk)).toEqual([]);
    await kiosk.getByLabel('Your email address').fill('ann@example.com');
    await kiosk.keyboard.press('Enter');
    await expect(log(kiosk)).toContainText('Anything else?');
    await expect(
      kiosk.getByText('You have taken part. Your answers so far are final.'),
    ).toBeVisible();
    await expect(kiosk.getByRole('button', { name: /^(Back|Change answer)/ })).toHaveCount(0);
    expect(await violationsOf(kiosk)).toEqual([]);
    await kiosk.getByLabel('Your answer').fill('Nothing');
    await kiosk.keyboard.press('Enter');
    await kiosk.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(kiosk.getByLabel('Your answer')).toHaveValue('Nothing');
    await kiosk.getByLabel('Your answer').fill('More');
    await kiosk.keyboard.press('Enter');
    await kiosk.getByRole('button', { name: 'The done' }).click();
    await expect(kiosk.getByRole('button', { name: /^Change answer/ })).toHaveCount(0);
  });

  await test.step('the data shows only what was said in the end, with receipts', async () => {
    const staff = await leaveKiosk(app, kiosk);
    await openScreen(staff, 'Data');
    await staff.getByRole('tab', { name: /Variables/ }).click();
    for (const name of ['allergies', 'more', 'email']) {
      await expect(staff.getByRole('gridcell', { name, exact: true })).toHaveCount(1);
    }
    await expect(staff.getByRole('gridcell', { name: 'which', exact: true })).toHaveCount(0);
    const receipts = await get(staff, 'retention.receipts');
    expect(new Set(receipts.map(({ details }) => details.rule))).toEqual(new Set(['withdrawn']));
  });
});

/** As a keyboard of another script or an input method sends it. */
const press = (on: Locator, init: KeyboardEventInit): Promise<void> =>
  on.dispatchEvent('keydown', { bubbles: true, cancelable: true, ...init });

test('going back can be switched off and undone on any keyboard, and composing presses nothing', async ({
  vault: { page },
}) => {
  await test.step('the setting is part of the draft', async () => {
    await page.getByRole('button', { name: 'Hello World' }).click();
    await page.getByRole('menuitem', { name: 'Chat settings…' }).click();
    const setting = page.getByRole('switch', { name: /go back and change/ });
    await expect(setting).toBeChecked();
    await setting.press('Space');
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await saved(page);
    expect((await onlyExperience(page)).draft.settings).toEqual({ allowsBack: false });
  });

  await test.step('undone with a Cyrillic layout', async () => {
    await press(page.locator('body'), { key: 'я', code: 'KeyZ', ctrlKey: true });
    await saved(page);
    await expect.poll(async () => (await onlyExperience(page)).draft.settings).toEqual(undefined);
  });

  await test.step('Enter of an input method chooses no module', async () => {
    await page
      .getByRole('button', { name: /^Add a module below/ })
      .first()
      .click();
    const search = page.getByRole('combobox', { name: 'Search modules' });
    await search.fill('Email');
    for (const key of ['Enter', 'Escape']) {
      await press(search, { key, isComposing: true });
      await expect(search).toHaveValue('Email');
    }
    await press(search, { key: 'Escape' });
    await expect(search).toHaveCount(0);
  });

  await test.step('the trail of the preview tells what is withdrawn', async () => {
    const chat = preview(page);
    await chat.getByRole('button', { name: 'Start the chat' }).click();
    await chat.getByRole('button', { name: 'Red pill' }).click();
    await chat.getByRole('button', { name: 'Change answer “Red pill”' }).click();
    await expect(own(chat)).toHaveCount(0);
    const trail = chat.getByRole('list', { name: 'Data trail' }).getByRole('listitem');
    await expect(trail.last()).toContainText('Red pill');
    await expect(trail.last()).toContainText('withdrawn: the answer is being changed');
  });
});
