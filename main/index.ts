import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, safeStorage, session } from 'electron';
import { type Preferences, WorkspaceStatus } from '../preload/contract';
import { AskedLock } from './app/asked-lock';
import type { Asset } from './app/asset-response';
import { Closing } from './app/closing';
import { createDesktop } from './app/desktop';
import { type Attended, IdleLock } from './app/idle-lock';
import { registerRouter } from './app/ipc';
import { systemKeystore } from './app/keystore';
import { KioskWindow } from './app/kiosk-screen';
import { lockDown, lockDownContents } from './app/lockdown';
import { logFailure, startLog } from './app/log';
import { removeMenu, setMenu } from './app/menu';
import { isOwnPage, PREVIEW_PAGE } from './app/page-address';
import { pageWindows } from './app/page-windows';
import { PreferenceFile } from './app/preferences';
import { PreviewWindow } from './app/preview-window';
import { endPrinting } from './app/print';
import { declareScheme, servePages } from './app/protocol';
import { textsOf } from './app/texts';
import {
  createKioskWindow,
  createPreviewWindow,
  createWindow,
  emitBut,
  renewPage,
} from './app/window';
import { assetShelf } from './chat/assets/shelf';
import { furnish } from './chat/experiences/furnish';
import { kioskScreen } from './chat/kiosk/kiosk-screen';
import { previewScreen } from './chat/preview/preview-screen';
import type { Emit } from './foundation/operation/context';
import { given } from './foundation/operation/part';
import { buildMain, type Main } from './operations/build-main';
import { closing as closingPart } from './vault/workspace/closing';
import { preferences as preferencesPart } from './vault/workspace/preferences';
import type { Workspace } from './vault/workspace/workspace';
import { WorkspaceFolder } from './vault/workspace/workspace-folder';

const userData = (name: string): string => join(app.getPath('userData'), name);
const built = (...path: string[]): string => join(app.getAppPath(), 'out', ...path);

function main(): void {
  startLog(userData('logs/chatvault.log'));
  lockDownContents();
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start, (error: unknown) => logFailure('start', error));
}

function start(): void {
  lockDown(session.defaultSession);
  servePages(built('renderer'), (id) => findAsset(workspace, id));
  // A development build runs on runtimes whose addon is not the one inside the package.
  const nativeBinding = app.isPackaged ? undefined : process.env.CHATVAULT_NATIVE_BINDING;
  const preferences = new PreferenceFile(userData('preferences.json'), app.getLocale(), (changed) =>
    applyPreferences(changed, askedLock, kiosk),
  );
  const kiosk = new KioskWindow({
    preferences,
    createKioskWindow: () => createKioskWindow(windowFiles()),
    openMainWindow: () => open(),
    closeMainWindow: (window) => closing.close(window),
    onChange: () => applyPreferences(preferences.get(), askedLock, kiosk),
  });
  const renewAtLock = pageRenewal(kiosk);
  const tell = emitBut((contents) => kiosk.shows(contents));
  const preview = new PreviewWindow({
    createPreviewWindow: () => {
      const window = createPreviewWindow({
        ...windowFiles(),
        developerTools: !app.isPackaged,
        onInput: () => idleLock.noteInput(),
        onLock: () => askedLock.ask(),
      });
      closing.keep(window);
      return window;
    },
    onChange: (experienceId) => tell('preview.changed', { experienceId }),
  });
  const askedLock = new AskedLock({
    isUnlocked: () => workspace.isUnlocked,
    askPage: () => tell('lock.asked', {}),
    lock: () => {
      workspace.lock({ kind: 'user' }).catch((error: unknown) => logFailure('lock', error));
    },
  });
  const closing = new Closing({
    power: powerMonitor,
    quit: () => app.quit(),
    language: () => preferences.get().language,
    isUnlocked: () => workspace.isUnlocked,
    running: () => runningIn(workspace),
    askPages: () => tell('window.closing', {}),
  });
  const { workspace, router } = buildMain({
    folder: new WorkspaceFolder(userData('workspace'), nativeBinding),
    workerScript: built('main', 'worker.cjs'),
    nativeBinding,
    nowMs: () => Date.now(),
    desktop: createDesktop(() => textsOf(preferences.get().language)),
    keystore: systemKeystore(safeStorage, process.platform),
    emit: (event, payload) => {
      tell(event, payload);
      if (event !== 'workspace.changed') return;
      const status = WorkspaceStatus.parse(payload);
      if (status.state !== 'unlocked') {
        preview.close();
        askedLock.end();
      }
      renewAtLock(status);
      kiosk.follow(status);
    },
    furnish,
    given: [
      given(preferencesPart, preferences),
      given(kioskScreen, kiosk),
      given(previewScreen, preview),
      given(closingPart, closing),
    ],
    logFailure: (error) => logFailure('retention', error),
    logCallFailure: logFailure,
  });
  registerRouter(router, isOwnPage, (sender) => kiosk.shows(sender));
  const attended = attendedBy(workspace, kiosk, tell);
  const idleLock = new IdleLock(powerMonitor, attended, (error) => logFailure('lock', error));
  powerMonitor.on('shutdown', () => kiosk.yield());
  app.on('before-quit', () => closing.beginQuit());
  lockBeforeQuit(workspace);
  applyPreferences(preferences.get(), askedLock, kiosk);
  const open = (): void => {
    const window = openWindow(preferences, () => idleLock.noteInput());
    closing.watch(window);
    // The preview's window does not outlive it.
    window.once('closed', () => preview.close());
  };
  open();
  app.on('activate', () => {
    if (pageWindows().length === 0) open();
  });
}

/** What a user should not end by closing the window. */
function runningIn(workspace: Main['workspace']) {
  if (workspace.isRotating) return ['rotation'] as const;
  return workspace.isUnlocked ? workspace.unlocked.calls.works : [];
}

/** What staff have seen is gone from memory once the workspace is locked; a kiosk's window closes. */
function pageRenewal(kiosk: KioskWindow): (status: WorkspaceStatus) => void {
  let wasUnlocked = false;
  return ({ state }) => {
    const isLocked = wasUnlocked && state !== 'unlocked';
    wasUnlocked = state === 'unlocked';
    if (!isLocked) return;
    endPrinting();
    for (const window of pageWindows()) {
      if (!kiosk.shows(window.webContents)) void renewPage(window);
    }
  };
}

function openWindow(preferences: PreferenceFile, onInput: () => void): BrowserWindow {
  return createWindow({
    ...windowFiles(),
    preferences,
    developerTools: !app.isPackaged,
    onInput,
  });
}

const windowFiles = () => ({
  preload: built('preload', 'index.cjs'),
  icon: join(app.getAppPath(), 'resources', 'icons', 'icon.png'),
});

/** While the workspace is locked there is none. */
async function findAsset(workspace: Main['workspace'], id: string): Promise<Asset | null> {
  const unlocked = await workspace.ready().catch(() => null);
  return unlocked === null ? null : unlocked.the(assetShelf).find(id);
}

/** A kiosk waits for participants, and must not lock itself when none come. */
function attendedBy(workspace: Workspace, kiosk: KioskWindow, tell: Emit): Attended {
  return {
    lock: (reason) => workspace.lock(reason),
    warn: (seconds) => tell('lock.warning', { seconds }),
    idleLockMinutes: async () => (kiosk.isOpen ? null : workspace.idleLockMinutes()),
  };
}

function applyPreferences(
  { language, colorScheme }: Preferences,
  askedLock: AskedLock,
  kiosk: KioskWindow,
): void {
  nativeTheme.themeSource = colorScheme === 'auto' ? 'system' : colorScheme;
  if (kiosk.isOpen) {
    removeMenu();
    return;
  }
  setMenu(language, { lock: () => askedLock.ask() }, !app.isPackaged);
}

/** Quitting waits until the database is closed, the key is zeroed and no password is copied. */
function lockBeforeQuit(workspace: Workspace): void {
  let isLocked = false;
  app.on('will-quit', (event) => {
    if (isLocked) return;
    event.preventDefault();
    workspace
      .lock()
      .catch((error: unknown) => logFailure('quit', error))
      .finally(() => {
        isLocked = true;
        // Not before this event is over: Electron takes no second request to quit during the first.
        setImmediate(() => app.quit());
      });
  });
}

function focusWindow(): void {
  const window = pageWindows().find(({ webContents }) => webContents.getURL() !== PREVIEW_PAGE);
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

declareScheme();
// A second instance would write to the same workspace.
if (app.requestSingleInstanceLock()) main();
else app.quit();
