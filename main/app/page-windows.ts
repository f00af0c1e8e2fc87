import { BrowserWindow } from 'electron';
import { isPrinting } from './print';

/** Those that show a page of ours: not the hidden ones that print. */
export function pageWindows(): BrowserWindow[] {
  return BrowserWindow.getAllWindows().filter((window) => !isPrinting(window));
}
