import { BrowserWindow, powerSaveBlocker, type WebContents } from 'electron';
import type { WorkspaceStatus } from '../../preload/contract';
import type { KioskScreen, StandingKiosk } from '../chat/kiosk/kiosk-screen';
import type { PreferenceFile } from './preferences';

export interface KioskScreenPorts {
  readonly preferences: PreferenceFile;
  readonly createKioskWindow: () => BrowserWindow;
  readonly openMainWindow: () => void;
  readonly closeMainWindow: (window: BrowserWindow) => void;
  /** The menu and its shortcuts come and go with the kiosk. */
  readonly onChange: () => void;
}

/**
 * The window of the kiosk, and no other beside it. The setup is kept in the preferences, so that the
 * kiosk comes back when the application was ended during it, as soon as somebody has unlocked.
 */
export class KioskWindow implements KioskScreen {
  readonly #ports: KioskScreenPorts;
  #window: BrowserWindow | null = null;
  #isLeaving = false;
  #awake: number | null = null;

  constructor(ports: KioskScreenPorts) {
    this.#ports = ports;
  }

  get setup(): StandingKiosk | null {
    return this.#ports.preferences.kiosk;
  }

  get isOpen(): boolean {
    return this.#window !== null;
  }

  shows(contents: WebContents): boolean {
    return this.#window?.webContents === contents;
  }

  async enter(setup: StandingKiosk): Promise<void> {
    await this.#ports.preferences.setKiosk(setup);
    this.#open();
  }

  async leave(prove: () => Promise<void>): Promise<void> {
    this.#isLeaving = true;
    try {
      await prove();
      await this.#ports.preferences.setKiosk(null);
      this.#close();
    } finally {
      this.#isLeaving = false;
    }
  }

  /** Comes back with an unlocked workspace, and makes way for the page that unlocks it. */
  follow({ state }: WorkspaceStatus): void {
    if (this.#isLeaving || this.setup === null) return;
    if (state === 'unlocked') this.#open();
    else this.#close();
  }

  /** Lets the application end, as the operating system wants it to; the kiosk comes back. */
  yield(): void {
    this.#window?.destroy();
  }

  #open(): void {
    if (this.#window) return;
    const window = this.#ports.createKioskWindow();
    this.#window = window;
    this.#awake = powerSaveBlocker.start('prevent-display-sleep');
    window.once('show', () => {
      for (const other of BrowserWindow.getAllWindows())
        if (other !== window) this.#ports.closeMainWindow(other);
    });
    this.#ports.onChange();
  }

  #close(): void {
    const window = this.#window;
    if (!window) return;
    this.#window = null;
    if (this.#awake !== null) powerSaveBlocker.stop(this.#awake);
    // Before the last window is gone, which would end the application.
    this.#ports.openMainWindow();
    this.#ports.onChange();
    window.destroy();
  }
}
