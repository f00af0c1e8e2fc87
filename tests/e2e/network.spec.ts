import type { Page } from 'playwright/test';
import { listenOutside, type Outside } from './support/outside';
import { expect, test } from './support/vault';

/*
 * Nothing leaves the machine: a listener outside the application counts who reaches it, while a
 * page that was taken over tries, with the page's policy and without it.
 */

test.use({ provokesComplaints: true });

type Attempt = (page: Page, port: number) => Promise<unknown>;

const requests: Record<string, Attempt> = {
  fetch: (page, port) =>
    page.evaluate((to) => fetch(`http://127.0.0.1:${to}/`).catch((error) => error.name), port),
  'an image': (page, port) => load(page, 'img', `http://127.0.0.1:${port}/`),
  'a script': (page, port) => load(page, 'script', `http://127.0.0.1:${port}/`),
  'a frame': (page, port) => load(page, 'iframe', `http://127.0.0.1:${port}/`),
  'a web socket': (page, port) =>
    page.evaluate(
      (to) =>
        new Promise((tell) => {
          try {
            const socket = new WebSocket(`ws://127.0.0.1:${to}/`);
            socket.onopen = () => tell('open');
            socket.onerror = () => tell('error');
          } catch (error) {
            tell(error);
          }
        }),
      port,
    ),
  'a beacon': (page, port) =>
    page.evaluate((to) => navigator.sendBeacon(`http://127.0.0.1:${to}/`), port),
};

const connections: Record<string, Attempt> = {
  'a web transport': (page, port) =>
    page.evaluate(
      (to) => new WebTransport(`https://127.0.0.1:${to}/`).ready.catch(({ name }) => name),
      port,
    ),
  'WebRTC over UDP': (page, port) => gather(page, `stun:127.0.0.1:${port}`),
  'WebRTC over TCP': (page, port) => gather(page, `turn:127.0.0.1:${port}?transport=tcp`),
};

test('a page that was taken over reaches nobody', async ({ vault: { page } }) => {
  for (const [name, attempt] of Object.entries({ ...requests, ...connections })) {
    await test.step(name, async () => {
      const outside = await listenOutside();
      await attempt(page, outside.port);
      await expectUnreached(outside, name);
    });
  }
});

test('without its policy a page reaches nobody either, because main refuses every request', async ({
  vault: { app, page },
}) => {
  await withoutPolicy(page);
  const outside = await listenOutside();
  await app.evaluate(({ app: electron, session }) => {
    const refused: string[] = [];
    Object.assign(electron, { refused });
    session.defaultSession.webRequest.onErrorOccurred(({ resourceType, error }) => {
      refused.push(`${resourceType} ${error}`);
    });
  });
  for (const attempt of Object.values(requests)) await attempt(page, outside.port);
  const refused = () =>
    app.evaluate(({ app: electron }) => (electron as unknown as { refused: string[] }).refused);
  await expect
    .poll(refused)
    .toEqual(
      expect.arrayContaining(
        ['xhr', 'image', 'script', 'webSocket', 'ping'].map(
          (type) => `${type} net::ERR_BLOCKED_BY_CLIENT`,
        ),
      ),
    );
  for (const attempt of Object.values(connections)) await attempt(page, outside.port);
  await expectUnreached(outside);
});

test('main itself has no way out', async ({ vault: { app } }) => {
  const outside = await listenOutside();
  const failures = await app.evaluate(async ({ session, net }, port) => {
    const url = `http://127.0.0.1:${port}/`;
    const reason = (error: Error) => error.message;
    return [
      await session.defaultSession.fetch(url).catch(reason),
      await net.fetch(url).catch(reason),
    ];
  }, outside.port);
  expect(failures).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
  await expectUnreached(outside);
});

test('addresses of the application lead to its pages and to nothing beside them', async ({
  vault: { app, page },
}) => {
  const visit = (url: string) =>
    app.evaluate(async ({ session }, address) => {
      const { status } = await session.defaultSession.fetch(address);
      return status;
    }, url);
  expect(await visit('app://chatvault/index.html')).toBe(200);
  expect(await visit('app://chatvault/assets/..%2Findex.html')).toBe(200);
  for (const path of [
    '../main/index.cjs',
    '..%2fmain%2findex.cjs',
    '../../package.json',
    '%2e%2e/%2e%2e/package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    'assets/..%2f..%2f..%2fpackage.json',
    '..%5c..%5cpackage.json',
    '%00index.html',
    '%c3%28',
    'index.html%00.json',
  ]) {
    expect(await visit(`app://chatvault/${path}`), path).toBe(404);
  }
  expect(await visit('app://elsewhere/index.html')).toBe(404);
  const read = await page.evaluate(
    () =>
      new Promise((tell) => {
        const request = new XMLHttpRequest();
        request.open('GET', 'app://chatvault/..%2f..%2fpackage.json');
        request.onloadend = () => tell(request.responseText);
        request.send();
      }),
  );
  expect(read).toBe('Not found');
});

/** Adds an element that loads the address; resolves whether it did or not. */
function load(page: Page, element: 'img' | 'script' | 'iframe', url: string) {
  return page.evaluate(
    ([name, src]) =>
      new Promise((tell) => {
        const loading = document.createElement(name as 'img');
        loading.onload = () => tell('loaded');
        loading.onerror = () => tell('refused');
        loading.src = src as string;
        document.body.append(loading);
        // A refused frame tells nobody.
        if (name === 'iframe') setTimeout(tell, 300);
      }),
    [element, url],
  );
}

/** Asks a server for the addresses of this computer, as a call between two browsers does. */
function gather(page: Page, server: string) {
  return page.evaluate(async (urls) => {
    const call = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
    const gathered = new Promise<void>((tell) => {
      call.onicegatheringstatechange = () => call.iceGatheringState === 'complete' && tell();
    });
    call.createDataChannel('data');
    await call.setLocalDescription(await call.createOffer());
    await Promise.race([gathered, new Promise((tell) => setTimeout(tell, 1_000))]);
    call.close();
  }, server);
}

async function withoutPolicy(page: Page): Promise<void> {
  const developer = await page.context().newCDPSession(page);
  await developer.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
}

/** A request of the test's own arrives after all that were sent before it. */
async function expectUnreached(outside: Outside, by = 'anything'): Promise<void> {
  await fetch(`http://127.0.0.1:${outside.port}/`);
  expect(outside.contacts(), `contacts by ${by} and the test itself`).toBe(1);
  outside.close();
}
