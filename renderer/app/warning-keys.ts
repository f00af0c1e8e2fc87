/*
 * Main hears of a key before the page does, and takes the warning of a lock back with it. Escape or Enter,
 * pressed at the warning, would then close or confirm the dialog that lies below.
 */

let takenBackMs = Number.NEGATIVE_INFINITY;

/** The warning is gone because something was done in a window. */
export function noteTakenBack(): void {
  takenBackMs = performance.now();
}

/** Keeps a key from the page that was pressed while the warning was shown. Before any other listener. */
export function keepKeysOfWarning(window: Pick<Window, 'addEventListener'>): void {
  const keep = (event: KeyboardEvent): void => {
    if (event.timeStamp > takenBackMs) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, true);
}
