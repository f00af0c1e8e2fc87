import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isDialogOpen } from './layers';

/*
 * A page that is opened from a list takes the list's place, and with it the focus: it gets its heading.
 * Who comes back finds the focus on what has opened the page, or on the list's heading where that is gone.
 */

/** What has opened the page that was left last, until it has the focus again. */
let left: string | null = null;

/**
 * A `ref` for what opens a page, which names it as `back.from`: `ref={opens(`request-${id}`)}`. It may come
 * to be shown after its list, once that is loaded.
 */
export function opens(name: string): (element: HTMLElement | null) => void {
  return (element) => {
    if (!element || name !== left || !isFocusFree()) return;
    left = null;
    element.focus();
  };
}

/** For the heading of a page; `from` is undefined for one that was not opened from a list. */
export function usePageFocus(
  isOpened: boolean,
  from?: string,
): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isOpened) {
      left = null;
      // After a lock a dialog may be there again, too.
      if (!isDialogOpen()) heading.current?.focus();
      return () => {
        left = from ?? '';
      };
    }
    if (left !== null && isFocusFree()) heading.current?.focus();
    else left = null;
    return undefined;
  }, [isOpened, from]);
  return heading;
}

/** Whether nothing that stays has the focus: a dialog that has just been closed still has it. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  if (focused === null || focused === document.body || focused.tagName === 'H1') return true;
  return !isDialogOpen() && focused.closest('[aria-modal=true]') !== null;
}
