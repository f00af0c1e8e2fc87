import { BrowserWindow, session } from 'electron';
import { AppError } from '../../preload/contract';
import { lockDown } from './lockdown';

/** In its own session, which keeps nothing and reaches nothing. */
const PARTITION = 'print';

/** Prints a document without scripts as PDF (A4), by Electron's own printing. */
export function printPdf(html: string): Promise<Uint8Array> {
  return withDocument(html, ({ webContents }) =>
    webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true }),
  );
}

/**
 * Prints a document without scripts on paper. What is in it is in memory only, up to the print dialog
 * of the operating system; false when that is dismissed.
 *
 * @throws AppError `print.failed`
 */
export function print(html: string): Promise<boolean> {
  return withDocument(
    html,
    ({ webContents }) =>
      new Promise((resolve, reject) => {
        webContents.print({ pageSize: 'A4' }, (isPrinted, reason) => {
          if (isPrinted || /cancel/i.test(reason)) resolve(isPrinted);
          else reject(new AppError('print.failed'));
        });
      }),
  );
}

async function withDocument<T>(html: string, use: (window: BrowserWindow) => Promise<T>) {
  const own = session.fromPartition(PARTITION);
  lockDown(own);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    const content = Buffer.from(html).toString('base64');
    await window.loadURL(`data:text/html;charset=utf-8;base64,${content}`);
    return await use(window);
  } finally {
    window.destroy();
  }
}
