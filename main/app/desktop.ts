import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, shell } from 'electron';
import { AppError } from '../../preload/contract';
import { isHttps } from '../modules/fields';

const CLIPBOARD_SECRET_MS = 60_000;

/** The address of a link that was clicked in a chat; anything but https is refused. */
export async function openLink(url: string): Promise<void> {
  if (!isHttps(url)) throw new AppError('chat.link_refused');
  await shell.openExternal(url);
}

/** The path comes from this dialog only, never from the page. */
export async function chooseExportFile(
  suggestedName: string,
  title: string,
): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: 'Zip', extensions: ['zip'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || !filePath ? null : filePath;
}

let secret: string | undefined;

/** Copies a secret, and clears the clipboard later if it still holds it. */
export const secretClipboard = {
  async copySecret(text: string): Promise<void> {
    await clipboard.writeText(text);
    secret = text;
    setTimeout(() => void clearIfHolds(text), CLIPBOARD_SECRET_MS).unref();
  },

  /** For the end of the application, after which nothing is cleared later. */
  async clearNow(): Promise<void> {
    if (secret !== undefined) await clearIfHolds(secret);
  },
};

async function clearIfHolds(text: string): Promise<void> {
  if ((await clipboard.readText()) === text) clipboard.clear();
}
