import { useId, useLayoutEffect } from 'react';
import { create } from 'zustand';

/*
 * Dialogs may lie over each other: a question over a form, the warning of a lock over anything. Each of
 * Mantine's listens for Escape by itself, so that one press would close them all.
 */

/** Names of the open dialogs, the top one last. */
const useLayers = create<{ open: readonly string[] }>(() => ({ open: [] }));

/** Presses of Escape that have closed something: what lies below is on top before the press is over. */
const handled = new WeakSet<KeyboardEvent>();

/** For a `Modal` or `Drawer`, which Escape then closes only while it is on top. */
export function useLayer(isOpen: boolean, closeOnEscape = true) {
  const id = useId();
  useOpenLayer(id, isOpen);
  return useEscape(id, closeOnEscape);
}

/** What opens is on top. */
export function useOpenLayer(id: string, isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    useLayers.setState(({ open }) => ({ open: [...open, id] }));
    return () => useLayers.setState(({ open }) => ({ open: open.filter((other) => other !== id) }));
  }, [id, isOpen]);
}

export function useEscape(id: string, closeOnEscape = true) {
  const isTop = useLayers(({ open }) => open.at(-1) === id);
  return { closeOnEscape: isTop && closeOnEscape, __handledEscapeEvents: handled };
}

export function isDialogOpen(): boolean {
  return useLayers.getState().open.length > 0;
}

/** Lets Escape close a menu or a popover in a dialog and not the dialog. Before any other listener. */
export function closePopoversFirst(window: Pick<Window, 'addEventListener'>): void {
  const note = (event: KeyboardEvent): void => {
    const isInPopover =
      event.target instanceof Element &&
      event.target.closest('[role=menu], [role=dialog]:not([aria-modal])') !== null;
    if (event.key === 'Escape' && isInPopover) handled.add(event);
  };
  window.addEventListener('keydown', note, true);
}
