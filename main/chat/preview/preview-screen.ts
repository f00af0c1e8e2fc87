import { part } from '../../foundation/operation/part';

/** The window into which the builder's preview is undocked. */
export interface PreviewScreen {
  /** What it shows; null while there is no window. */
  readonly experienceId: string | null;
  /** Opens the window, or shows another experience in it. */
  show(experienceId: string): void;
  close(): void;
}

export const previewScreen = part<PreviewScreen>('window of the preview');
