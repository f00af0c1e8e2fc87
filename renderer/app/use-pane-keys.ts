import { useEffect } from 'react';
import { isDialogOpen } from '../ui/layers';

/** The navigation, and the panes of a screen (`data-pane`), or its content where it has none. */
const PANES = 'nav, main:not(:has([data-pane])), [data-pane]';

/** F6 goes on to the next part of the window, and Shift+F6 back, as in other desktop applications. */
export function usePaneKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
      if (key !== 'F6' || ctrlKey || altKey || metaKey || isDialogOpen()) return;
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter((pane) =>
        pane.checkVisibility({ visibilityProperty: true }),
      );
      const at = panes.findIndex((pane) => pane.contains(document.activeElement));
      const next = shiftKey ? (at > 0 ? at : panes.length) - 1 : (at + 1) % panes.length;
      const pane = panes[next];
      if (pane) entryOf(pane)?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** What is worked on in it, or the first that Tab would reach. */
function entryOf(pane: HTMLElement): HTMLElement | undefined {
  const reached = 'a[href], button, input, select, textarea, [contenteditable=true], [tabindex]';
  return (
    pane.querySelector<HTMLElement>('[data-takes-focus]') ??
    [...pane.querySelectorAll<HTMLElement>(reached)].find(
      (each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility(),
    )
  );
}
