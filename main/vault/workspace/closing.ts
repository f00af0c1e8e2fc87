import { part } from '../../foundation/operation/part';

/** The window that is about to close, as far as its page has to do with it. */
export interface ClosingWindow {
  /** The page has saved what it could: all of it or not. */
  answer(isSaved: boolean): void;
}

export const closing = part<ClosingWindow>('closing window');
