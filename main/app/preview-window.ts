import type { BrowserWindow, WebContents } from 'electron';
import type { PreviewScreen } from '../chat/preview/preview-screen';

interface Ports {
  readonly createPreviewWindow: () => BrowserWindow;
  /** What the window shows now; null once it is closed. */
  readonly onChange: (experienceId: string | null) => void;
}

/** The second window of the user who has unlocked: it closes with the lock, and with the first one. */
export class PreviewWindow implements PreviewScreen {
  readonly #ports: Ports;
  #window: BrowserWindow | null = null;
  #experienceId: string | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  get experienceId(): string | null {
    return this.#experienceId;
  }

  shows(contents: WebContents): boolean {
    return this.#window?.webContents === contents;
  }

  show(experienceId: string): void {
    if (!this.#window) {
      this.#window = this.#ports.createPreviewWindow();
      this.#window.once('closed', () => {
        this.#window = null;
        this.#change(null);
      });
    }
    this.#change(experienceId);
  }

  /** At once: what it shows is gone from memory with its process. */
  close(): void {
    this.#window?.destroy();
  }

  #change(experienceId: string | null): void {
    if (this.#experienceId === experienceId) return;
    this.#experienceId = experienceId;
    this.#ports.onChange(experienceId);
  }
}
