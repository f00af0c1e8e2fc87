import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what had it when this was first rendered, as WCAG 2.4.3 asks of a dialog
 * that closes. Mantine's own return of the focus misses dialogs that are rendered open.
 */
export function useFocusBack(): void {
  const [opener] = useState(openerOfNow);
  useEffect(
    () => () => {
      // Once everything that closes with the dialog is gone; what took the focus itself keeps it.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        // After a lock nothing has opened it.
        const next = opener === document.body ? document.querySelector('main') : opener;
        next?.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}

/** An item of a menu is gone with its menu: what opened that is still there. */
function openerOfNow(): HTMLElement | null {
  const focused = document.activeElement;
  const popover = focused?.closest('[role=menu], [role=dialog]');
  const target = popover && document.querySelector(`[aria-controls="${CSS.escape(popover.id)}"]`);
  const opener = target ?? focused;
  return opener instanceof HTMLElement ? opener : null;
}
