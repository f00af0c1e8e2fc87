import { useEffect } from 'react';
import { focusContent } from './show-screen';

/** Until a dialog that closes has given the focus back, or what has come has taken it. */
const PATIENCE_MS = 150;

/**
 * Where what had the focus is gone, the keyboard would begin at the top of the window again: with the last
 * row of a table, a form that an undo has taken back, the page before an unlock. The nearest thing around it
 * that is still there takes the focus, or what that holds to be worked on (`data-takes-focus`), or the content.
 */
export function useFocusKept(): void {
  useEffect(() => {
    /** What had the focus last, and all that is around it in the page's content or in a dialog. */
    let path: readonly Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => document.activeElement === document.body && !path[0]?.isConnected;
    const note = (event: FocusEvent): void => {
      const around = event.composedPath().filter((each) => each instanceof Element);
      const end = around.findIndex((each) => each.matches('main, [role=dialog]'));
      path = around.slice(0, Math.max(1, end + 1));
    };
    const give = (): void => {
      timer = undefined;
      if (!isLost()) return;
      const next = path
        .filter(({ isConnected }) => isConnected)
        .map(focusableIn)
        .find(Boolean);
      if (next) next.focus({ preventScroll: true });
      else focusContent();
    };
    const look = (): void => {
      if (isLost()) timer ??= setTimeout(give, PATIENCE_MS);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}

function focusableIn(element: Element): HTMLElement | null {
  if (
    element instanceof HTMLElement &&
    element.hasAttribute('tabindex') &&
    element.tagName !== 'MAIN'
  )
    return element;
  return element.querySelector<HTMLElement>('[data-takes-focus]');
}
