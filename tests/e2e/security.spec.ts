import { ask, get, onlyExperience, send } from './support/channels';
import { watchBrowser } from './support/desktop';
import { buildRaffle, createWorkspace, openTable, prepareExport, takePart } from './support/pages';
import { expect, test } from './support/vault';

test.describe('a page that was taken over', () => {
  test.use({ provokesComplaints: true });

  test('gets no permission', async ({ vault: { page } }) => {
    const states = await page.evaluate(() =>
      Promise.all(
        ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
          async (name) =>
            (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
    const asked = await page.evaluate(async () => ({
      place: await new Promise((tell) => {
        navigator.geolocation.getCurrentPosition(
          () => tell('found'),
          ({ code }) => tell(code),
        );
      }),
      notification: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().catch((error: Error) => error.name),
      screen: await navigator.mediaDevices.getDisplayMedia().catch((error: Error) => error.name),
    }));
    expect(asked).toEqual({
      place: 1,
      notification: 'denied',
      clipboard: 'NotAllowedError',
      screen: 'NotAllowedError',
    });
  });

  test('runs no code of its own: neither eval nor inline nor loaded', async ({
    vault: { page },
  }) => {
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        directives.push(violatedDirective),
      );
      const evaluated = await new Promise((tell) => {
        // From a timer: what the test itself evaluates is exempt from the policy.
        setTimeout(() => {
          try {
            // biome-ignore lint/security/noGlobalEval: this is the attack
            tell(eval('1'));
          } catch (error) {
            tell((error as Error).name);
          }
        });
      });
      const inline = document.createElement('script');
      inline.textContent = 'window.taken = true';
      document.body.append(inline);
      const loaded = document.createElement('script');
      loaded.src = 'data:text/javascript,window.taken = true';
      const failed = new Promise((tell) => {
        loaded.onload = () => tell(false);
        loaded.onerror = () => tell(true);
      });
      document.body.append(loaded);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.taken = true');
      button.click();
      await failed;
      await new Promise((tell) => setTimeout(tell));
      return { evaluated, taken: Reflect.get(window, 'taken'), directives };
    });
    expect(refused).toMatchObject({ evaluated: 'EvalError', taken: undefined });
    expect(refused.directives).toEqual(
      expect.arrayContaining(['script-src', 'script-src-elem', 'script-src-attr']),
    );
  });

  test('finds nothing of Node or Electron but a frozen bridge of two functions', async ({
    vault: { page },
  }) => {
    const found = await page.evaluate(() => ({
      names: [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in window),
      bridge: Object.getOwnPropertyNames(window.chatvault).toSorted(),
      isFrozen: Object.isFrozen(window.chatvault),
      isReplaced: Reflect.set(window, 'chatvault', {}),
      isChanged: Reflect.set(window.chatvault, 'call', () => undefined),
    }));
    expect(found).toEqual({
      names: [],
      bridge: ['call', 'on'],
      isFrozen: true,
      isReplaced: false,
      isChanged: false,
    });
  });

  test('is told nothing but a refusal for whatever it sends', async ({ vault: { page } }) => {
    const refusal = (code: string) => ({ ok: false, error: { code, params: {} } });
    for (const name of ['nothing', '__proto__', 'constructor', '', 7, null, {}]) {
      expect(await send(page, name)).toEqual(refusal('ipc.unknown_channel'));
    }
    for (const input of [undefined, null, 1, 'x', [], {}, { passphrase: 1 }, { passphrase: '' }]) {
      expect(await send(page, 'workspace.unlock', input)).toEqual(refusal('ipc.invalid_input'));
    }
    const flood = await page.evaluate(() =>
      window.chatvault.call('workspace.unlock', { passphrase: 'x'.repeat(40 * 1024 * 1024) }),
    );
    expect(flood).toEqual(refusal('ipc.too_large'));
    expect(await get(page, 'workspace.status')).toMatchObject({ state: 'none' });
  });
});

test.describe('in a workspace', () => {
  test.use({ contents: 'sample' });

  test('links of a chat open by https only, and never by a name that an author cannot see', async ({
    vault: { app, page },
  }) => {
    const opened = await watchBrowser(app);
    const { id, draft, revision } = await onlyExperience(page);
    let last = revision;
    for (const url of [
      'http://example.com/',
      'file:///etc/hosts',
      'javascript:alert(1)',
      'https://a:b@example.com/',
    ]) {
      const modules = draft.modules.map((module) =>
        module.type === 'external_link'
          ? { ...module, settings: { ...module.settings, url } }
          : module,
      );
      last = (
        await get(page, 'experiences.saveDraft', {
          id,
          draft: { ...draft, modules },
          revision: last,
        })
      ).revision;
      const start = await ask(page, 'chat.start', { experienceId: id, language: 'en' });
      expect(start, url).toMatchObject({ ok: false, error: { code: 'chat.not_playable' } });
    }
    expect(await opened()).toEqual([]);
  });
});

test('the window has a sandbox, an isolated context and no Node', async ({ vault: { app } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return Reflect.get(window?.webContents ?? {}, 'getLastWebPreferences').call(
      window?.webContents,
    );
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
});

test('main refuses callers other than the main frame of its own page', async ({
  vault: { app },
}) => {
  const answers = await app.evaluate(async ({ app: electron, BrowserWindow, protocol }) => {
    const preload = `${electron.getAppPath()}/out/preload/index.cjs`;
    const open = async (url: string) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
      });
      await window.loadURL(url);
      return window.webContents;
    };
    const call = `window.chatvault.call('preferences.get')`;
    const foreign = await open('data:text/html,elsewhere');
    // The same address, but of ours: a policy forbids the real pages to hold or be frames.
    protocol.unhandle('app');
    protocol.handle('app', ({ url }) => {
      const frame = url.endsWith('frame') ? '' : '<iframe src="app://chatvault/frame"></iframe>';
      return new Response(`<p>${frame}`, { headers: { 'content-type': 'text/html' } });
    });
    const framed = await open('app://chatvault/page');
    return {
      foreign: await foreign.executeJavaScript(call),
      frame: await framed.mainFrame.frames[0]?.executeJavaScript(call),
      page: await framed.executeJavaScript(call),
    };
  });
  const refused = { ok: false, error: { code: 'ipc.untrusted_sender', params: {} } };
  expect(answers).toMatchObject({ foreign: refused, frame: refused, page: { ok: true } });
});

test('the story plays without an error in the console or a refusal by the policy', async ({
  vault: { app, page, complaints },
}) => {
  await watchBrowser(app);
  await createWorkspace(page);
  await buildRaffle(page);
  await takePart(page, 'ann@example.com');
  await openTable(page, 'Giveaways');
  await prepareExport(page);
  expect(complaints).toEqual([]);
  // The proof that complaints are heard at all.
  const heard = page.waitForEvent('console');
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<img src="https://example.com/">'),
  );
  await heard;
  await expect.poll(() => complaints.splice(0).join()).toContain('Content Security Policy');
});
