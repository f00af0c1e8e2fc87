import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { AppError } from '../../preload/contract';
import { lockDown } from './lockdown';
import { addressOfPrint, SCHEME } from './page-address';

/** Of a session of its own, which keeps nothing and reaches nothing. */
const PARTITION = 'print';

/** Chromium fills in the two numbers by the names of their classes. */
const PAGE_NUMBER = `<div style="width: 100%; margin: 0 18mm; text-align: right; font: 8pt sans-serif; color: #666">
<span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

/** What is being printed, by its address. A data address would have a limit of 2 MB. */
const documents = new Map<string, string>();
const windows = new Set<BrowserWindow>();
let printing: Session | undefined;

/**
 * Prints a document without scripts as PDF (A4, tagged for screen readers), by Electron's own printing.
 * Without `pageNumbers`, each page is as its document lays it out: a letter for each.
 */
export function printPdf(html: string, { pageNumbers = true } = {}): Promise<Uint8Array> {
  return withDocument(html, ({ webContents }) =>
    webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: pageNumbers,
      headerTemplate: '<span></span>',
      footerTemplate: PAGE_NUMBER,
    }),
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

export const isPrinting = (window: BrowserWindow): boolean => windows.has(window);

/** Ends what is being printed: nothing of a document is left in memory once the workspace is locked. */
export function endPrinting(): void {
  for (const window of windows) window.destroy();
}

/** @throws AppError `print.failed` when it is ended before */
async function withDocument<T>(html: string, use: (window: BrowserWindow) => Promise<T>) {
  const address = addressOfPrint(randomUUID());
  documents.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: sessionToPrint(),
      sandbox: true,
      contextIsolation: true,
      javascript: false,
    },
  });
  windows.add(window);
  const ended = new Promise<never>((_, reject) =>
    window.once('closed', () => reject(new AppError('print.failed'))),
  );
  const printed = window.loadURL(address).then(() => use(window));
  try {
    return await Promise.race([printed, ended]);
  } finally {
    documents.delete(address);
    windows.delete(window);
    window.destroy();
  }
}

function sessionToPrint(): Session {
  if (printing) return printing;
  printing = session.fromPartition(PARTITION);
  lockDown(printing);
  printing.protocol.handle(SCHEME, ({ url }) => {
    const html = documents.get(url);
    if (html === undefined) return new Response('Not found', { status: 404 });
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    return new Response(html, { headers });
  });
  return printing;
}
