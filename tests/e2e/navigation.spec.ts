import type { Page } from 'playwright/test';
import { get } from './support/channels';
import { expect, test, type Vault } from './support/vault';

const START = 'app://chatvault/index.html';

test.use({ provokesComplaints: true });

const escapes: Record<string, (page: Page) => Promise<unknown>> = {
  'the location': (page) =>
    page.evaluate(() => {
      location.href = 'https://example.com/';
    }),
  'the location, to another file of the application': (page) =>
    page.evaluate(() => {
      location.href = 'app://chatvault/assets/';
    }),
  'a data address': (page) =>
    page.evaluate(() => {
      location.href = 'data:text/html,<h1>Elsewhere</h1>';
    }),
  'a file of this computer': (page) =>
    page.evaluate(() => {
      location.href = 'file:///etc/hosts';
    }),
  'a refreshing meta element': (page) =>
    page.evaluate(() => {
      const refresh = '<meta http-equiv="refresh" content="0;url=https://example.com/">';
      document.head.insertAdjacentHTML('beforeend', refresh);
    }),
  'a link': (page) => click(page, '<a href="https://example.com/">go</a>'),
  'a link into a new window': (page) =>
    click(page, '<a href="https://example.com/" target="_blank">go</a>'),
  'a download': (page) => click(page, '<a href="data:text/plain,x" download="x.txt">go</a>'),
  'a form': (page) => click(page, '<form action="https://example.com/"><button>go</button></form>'),
  'a form into a new window': (page) =>
    click(page, '<form action="https://example.com/" target="_blank"><button>go</button></form>'),
  'a script address': (page) => click(page, '<a href="javascript:document.title=\'taken\'">go</a>'),
};

test.beforeEach(async ({ vault: { page } }) => {
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
});

test('a page that was taken over does not get away', async ({ vault }) => {
  for (const [name, leave] of Object.entries(escapes)) {
    await test.step(name, () => settled(vault, () => leave(vault.page)));
    expect(vault.page.url(), name).toBe(START);
    expect(vault.app.windows(), name).toHaveLength(1);
    expect(await vault.page.evaluate(() => document.title), name).toBe('ChatVault');
  }
  const fields = vault.page.evaluate(() => document.querySelectorAll('input').length);
  expect(await fields).toBeGreaterThan(2);
});

test('a page that was taken over opens no window, no frame of another page and no webview', async ({
  vault,
}) => {
  const { page, app } = vault;
  const opened = await page.evaluate(() => [
    window.open('https://example.com/'),
    window.open('app://chatvault/index.html'),
    window.open('about:blank'),
  ]);
  expect(opened).toEqual([null, null, null]);
  await settled(vault, () =>
    page.evaluate(() => {
      const inside =
        '<webview src="https://example.com/"></webview><iframe src="https://example.com/"></iframe>';
      document.body.insertAdjacentHTML('beforeend', inside);
    }),
  );
  expect(
    await page.evaluate(() => 'getWebContentsId' in (document.querySelector('webview') ?? {})),
  ).toBe(false);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  expect(page.frames().map((frame) => frame.url())).not.toContain('https://example.com/');
});

async function click(page: Page, html: string): Promise<void> {
  await page.evaluate((content) => {
    const attack = document.createElement('div');
    attack.innerHTML = content;
    document.body.append(attack);
    attack.querySelector<HTMLElement>('a, button')?.click();
  }, html);
}

/** Attacks, and waits until the window has dealt with what came before a round trip to main. */
async function settled({ page, app }: Vault, attack: () => Promise<unknown>): Promise<void> {
  await attack();
  await page.evaluate(() => new Promise((tell) => setTimeout(tell, 100)));
  await get(page, 'preferences.get');
  await app.evaluate(() => new Promise((tell) => setImmediate(tell)));
}
