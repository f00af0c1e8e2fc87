import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { lockDown } from './lockdown';
import { addressOfPrint, SCHEME } from './page-address';

/** Of a session of its own, which keeps nothing and reaches nothing. */
const PARTITION = 'print';

/** Chromium fills in the two numbers by the names of their classes. */
const PAGE_NUMBER = `<div style="width: 100%; margin: 0 18mm; text-align: right; font: 8pt sans-serif; color: #666">
<span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

/** What is being printed, by its address. A data address would have a limit of 2 MB. */
const documents = new Map<string, string>();
let printing: Session | undefined;

/** Prints a document without scripts as PDF (A4, tagged for screen readers), by Electron's own printing. */
export async function printPdf(html: string): Promise<Uint8Array> {
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
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: PAGE_NUMBER,
    });
  } finally {
    documents.delete(address);
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
