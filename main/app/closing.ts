import { type BrowserWindow, dialog, type PowerMonitor } from 'electron';
import type { Language } from '../../preload/contract';
import type { Work } from '../foundation/operation/operation';
import type { ClosingWindow } from '../vault/workspace/closing';
import { textsOf } from './texts';

/** What would end or be lost with the window. */
type Running = Work | 'rotation' | Unsaved;

/** What a page could not save; `unanswered` when it has not said in time whether it could. */
type Unsaved = 'draft' | 'unanswered';

/** Pages that have not answered by then may still hold what is not saved. */
const PATIENCE_MS = 2_000;

/** How long the end of the system's session may take: something else can call it off. */
const SESSION_END_MS = 60_000;

export interface ClosingPorts {
  readonly power: Pick<PowerMonitor, 'on'>;
  readonly quit: () => void;
  readonly language: () => Language;
  /** Whether a page can have something to save. */
  readonly isUnlocked: () => boolean;
  readonly running: () => readonly (Work | 'rotation')[];
  /** Asks the pages to save what they hold, and to say so. */
  readonly askPages: () => void;
}

/**
 * Lets pages save before their window closes, and asks the user when something still runs then. The
 * end of the system's session is not held up.
 */
export class Closing implements ClosingWindow {
  readonly #ports: ClosingPorts;
  readonly #allowed = new WeakSet<BrowserWindow>();
  #isQuitting = false;
  /** Nothing is asked any more. */
  #isDecided = false;
  #sessionEnd: NodeJS.Timeout | null = null;
  #isAsking = false;
  #answer: ((isSaved: boolean) => void) | null = null;

  constructor(ports: ClosingPorts) {
    this.#ports = ports;
    ports.power.on('shutdown', () => this.#endSession());
  }

  /** To be told before the application quits: the windows are closed for it. */
  beginQuit(): void {
    this.#isQuitting = true;
  }

  watch(window: BrowserWindow): void {
    window.on('query-session-end', () => this.#endSession());
    window.on('session-end', () => this.#endSession());
    window.on('close', (event) => {
      if (this.#sessionEnd || this.#allowed.has(window) || !this.#hasToAsk()) return;
      event.preventDefault();
      void this.#close(window);
    });
  }

  /** Of a window that goes with the one that is watched: it stays until the question about quitting is answered. */
  keep(window: BrowserWindow): void {
    window.on('close', (event) => {
      const isOpen = this.#isQuitting && !this.#isDecided && !this.#sessionEnd;
      if (isOpen && this.#hasToAsk()) event.preventDefault();
    });
  }

  /** Closes it without a question. */
  close(window: BrowserWindow): void {
    this.#allowed.add(window);
    window.close();
  }

  answer(isSaved: boolean): void {
    this.#answer?.(isSaved);
  }

  #endSession(): void {
    if (this.#sessionEnd) clearTimeout(this.#sessionEnd);
    this.#sessionEnd = setTimeout(() => {
      this.#sessionEnd = null;
    }, SESSION_END_MS).unref();
  }

  #hasToAsk(): boolean {
    return this.#ports.isUnlocked() || this.#ports.running().length > 0;
  }

  async #close(window: BrowserWindow): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const unsaved = await this.#unsaved();
      const running = [...this.#ports.running(), ...unsaved];
      const goesOn = running.length > 0 && !(await this.#wantsToClose(window, running));
      if (goesOn) this.#isQuitting = false;
      else if (!window.isDestroyed()) {
        this.#allowed.add(window);
        this.#isDecided = this.#isQuitting;
        if (this.#isQuitting) this.#ports.quit();
        else window.close();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #unsaved(): Promise<Unsaved[]> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => resolve(['unanswered']), PATIENCE_MS);
      this.#answer = (isSaved) => {
        clearTimeout(patience);
        resolve(isSaved ? [] : ['draft']);
      };
      this.#ports.askPages();
    });
  }

  async #wantsToClose(window: BrowserWindow, running: readonly Running[]): Promise<boolean> {
    const { closing } = textsOf(this.#ports.language());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: closing.title,
      detail: running.map((each) => closing.running[each]).join('\n'),
      buttons: [closing.keep, closing.close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 1;
  }
}
