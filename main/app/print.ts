import { BrowserWindow, session } from 'electron';
import { lockDown } from './lockdown';

/** In its own session, which keeps nothing and reaches nothing. */
const PARTITION = 'print';

/** Prints a document without scripts as PDF (A4), by Electron's own printing. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const own = session.fromPartition(PARTITION);
  lockDown(own);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: own, sandbox: true, contextIsolation: true, javascript: false },
  });
  try {
    const content = Buffer.from(html).toString('base64');
    await window.loadURL(`data:text/html;charset=utf-8;base64,${content}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
    });
  } finally {
    window.destroy();
  }
}
