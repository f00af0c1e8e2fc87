import {
  BrowserWindow,
  nativeTheme,
  screen,
  type WebContents,
  type WebPreferences,
} from 'electron';
import { EVENT } from '../../preload/contract';
import type { Emit } from '../foundation/operation/context';
import { isLockKey } from './asked-lock';
import { logFailure } from './log';
import { KIOSK_PAGE, PREVIEW_PAGE, START_PAGE } from './page-address';
import { pageWindows } from './page-windows';
import { isParticipantKey } from './participant-key';
import type { Bounds, PreferenceFile } from './preferences';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const RELOAD_MS = 1_000;
/** Of another site than ours, so that no process shows both. */
const NO_PAGE = 'data:text/html,';
const SMALLEST_SIZE = { minWidth: 960, minHeight: 640 };

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly preferences: PreferenceFile;
  readonly developerTools: boolean;
  /** Something was done in the window. */
  readonly onInput: () => void;
}

/** The one factory of windows, so that none is made with other web preferences. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { preload, icon, preferences, developerTools, onInput } = options;
  const saved = visible(preferences.windowBounds);
  const window = new BrowserWindow({
    ...(saved ?? DEFAULT_SIZE),
    ...SMALLEST_SIZE,
    title: 'ChatVault',
    icon,
    show: false,
    backgroundColor: backgroundColor(),
    webPreferences: webPreferences(preload, developerTools),
  });
  if (saved?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on(
    'close',
    () => void preferences.setWindowBounds(boundsOf(window)).catch(() => undefined),
  );
  window.webContents.on('input-event', onInput);
  comeBack(window);
  void window.loadURL(START_PAGE);
  return window;
}

/** For participants: fills the screen, above everything, and closes only when main destroys it. */
export function createKioskWindow({ preload, icon }: Pick<WindowOptions, 'preload' | 'icon'>) {
  const window = new BrowserWindow({
    kiosk: true,
    alwaysOnTop: true,
    minimizable: false,
    title: 'ChatVault',
    icon,
    show: false,
    backgroundColor: backgroundColor(),
    webPreferences: webPreferences(preload, false),
  });
  window.setAlwaysOnTop(true, 'screen-saver');
  window.removeMenu();
  window.on('close', (event) => event.preventDefault());
  window.on('leave-full-screen', () => window.setKiosk(true));
  window.webContents.on('before-input-event', (event, input) => {
    if (!isParticipantKey(input)) event.preventDefault();
  });
  window.once('ready-to-show', () => window.show());
  comeBack(window);
  void window.loadURL(KIOSK_PAGE);
  return window;
}

/** The builder's preview beside it, of the same user and with the same page. */
export function createPreviewWindow({
  preload,
  icon,
  developerTools,
  onInput,
  onLock,
}: Omit<WindowOptions, 'preferences'> & { readonly onLock: () => void }) {
  const window = new BrowserWindow({
    width: 460,
    height: 820,
    minWidth: 340,
    minHeight: 480,
    title: 'ChatVault',
    icon,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColor(),
    webPreferences: webPreferences(preload, developerTools),
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('input-event', onInput);
  // What is not saved is in the other window.
  window.webContents.on('before-input-event', (event, input) => {
    if (!isLockKey(input)) return;
    event.preventDefault();
    onLock();
  });
  comeBack(window);
  void window.loadURL(PREVIEW_PAGE);
  return window;
}

/** A page whose process has ended begins anew: a kiosk has nobody who could do it. */
function comeBack(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_, { reason }) => {
    logFailure('page', new Error(reason));
    // One that ends again and again does not take all of the processor.
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, RELOAD_MS);
  });
}

/**
 * Shows the page anew, in a process of its own: the old one ends, and with it all that it had shown.
 * To load the page again would not do, as the process would stay.
 */
export async function renewPage(window: BrowserWindow): Promise<void> {
  for (const url of [NO_PAGE, START_PAGE]) {
    if (window.isDestroyed()) return;
    // What comes in between takes its place.
    await window.loadURL(url).catch(() => undefined);
    // A page to go back to would be kept.
    if (!window.isDestroyed()) window.webContents.navigationHistory.clear();
  }
}

const backgroundColor = (): string => (nativeTheme.shouldUseDarkColors ? '#14191b' : '#ffffff');

function webPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools,
  };
}

/** Tells every window of ours but the kiosk's: what happens in the workspace is not for participants. */
export function emitBut(isKiosk: (contents: WebContents) => boolean): Emit {
  return (event, payload) => {
    for (const { webContents } of pageWindows()) {
      if (!isKiosk(webContents)) webContents.send(EVENT, event, payload);
    }
  };
}

function boundsOf(window: BrowserWindow): Bounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Null when the screen that the window was on is gone. */
function visible(bounds: Bounds | undefined): Bounds | null {
  if (!bounds) return null;
  const { workArea } = screen.getDisplayMatching(bounds);
  const isInside =
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y - 1 &&
    bounds.y < workArea.y + workArea.height;
  return isInside ? bounds : null;
}
