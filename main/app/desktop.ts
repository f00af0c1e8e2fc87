import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, shell } from 'electron';
import { AppError } from '../../preload/contract';
import { isHttps } from '../chat/modules/fields';
import type { Desktop, SourceKind } from '../foundation/operation/context';
import { pageWindows } from './page-windows';
import { print, printPdf } from './print';
import type { Texts } from './texts';

const CLIPBOARD_SECRET_MS = 60_000;

/** The address of a link that was clicked in a chat; anything but https is refused. */
async function openLink(url: string): Promise<void> {
  if (!isHttps(url)) throw new AppError('chat.link_refused');
  await shell.openExternal(new URL(url).href);
}

/** The kinds of file that users save, by their ending. */
type SavedKind = keyof Texts['dialog']['save'];

function isSavedKind(extension: string, texts: Texts['dialog']): extension is SavedKind {
  return Object.hasOwn(texts.save, extension);
}

/** The path comes from this dialog only, never from the page. */
async function chooseTarget(
  suggestedName: string,
  { dialog: texts }: Texts,
): Promise<string | null> {
  const extension = extname(suggestedName).slice(1);
  const kind = isSavedKind(extension, texts) ? extension : 'file';
  const options: Electron.SaveDialogOptions = {
    title: texts.save[kind],
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: texts.kinds[kind], extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = parentWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

/** The kinds of file that users open, by their ending. */
type OpenedKind = keyof Texts['dialog']['open'];

const OPENED: Readonly<Record<SourceKind, OpenedKind>> = {
  backup: 'chatvault-backup',
  codes: 'codes',
  experience: 'json',
  translations: 'translations',
};

/** Where files of one kind come with other endings as well. */
const ENDINGS: Partial<Record<OpenedKind, string[]>> = {
  translations: ['xlf', 'xliff', 'csv'],
  // Those that cannot be read are told apart, with what to do.
  codes: ['csv', 'txt', 'tsv', 'xlsx', 'xls', 'ods'],
};

/** The file to read, or null when the dialog is dismissed. */
async function chooseSource(kind: SourceKind, { dialog: texts }: Texts): Promise<string | null> {
  const extension = OPENED[kind];
  const options: Electron.OpenDialogOptions = {
    title: texts.open[extension],
    defaultPath: app.getPath('documents'),
    filters: [{ name: texts.kinds[extension], extensions: ENDINGS[extension] ?? [extension] }],
    properties: ['openFile'],
  };
  const window = parentWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

function parentWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? pageWindows()[0];
}

/** Tells whether the clipboard still holds the secret, without being one more place that does. */
let copied: { readonly digest: string; readonly timer: NodeJS.Timeout } | undefined;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Copies a secret, and clears the clipboard later if it still holds it. */
const secretClipboard = {
  async readText(): Promise<string> {
    return clipboard.readText();
  },

  async copyText(text: string): Promise<void> {
    await clipboard.writeText(text);
  },

  async copySecret(text: string): Promise<void> {
    await clipboard.writeText(text);
    clearTimeout(copied?.timer);
    const timer = setTimeout(() => void secretClipboard.clearSecret(), CLIPBOARD_SECRET_MS);
    copied = { digest: digestOf(text), timer: timer.unref() };
  },

  /** Does not wait any longer to clear it, and forgets it. */
  async clearSecret(): Promise<void> {
    if (!copied) return;
    const { digest, timer } = copied;
    copied = undefined;
    clearTimeout(timer);
    if (digestOf(await clipboard.readText()) === digest) clipboard.clear();
  },
};

/** @param texts in the language of now */
export function createDesktop(texts: () => Texts): Desktop {
  return {
    appVersion: app.getVersion(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    chooseTarget: (suggestedName) => chooseTarget(suggestedName, texts()),
    chooseSource: (kind) => chooseSource(kind, texts()),
    openLink,
    showInFolder: (file) => shell.showItemInFolder(file),
    printPdf,
    print,
    clipboard: secretClipboard,
  };
}
