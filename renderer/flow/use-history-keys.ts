import { useEffect } from 'react';
import { keyOf } from '../app/keys';
import { isDialogOpen } from '../ui/layers';
import { useDraft } from './draft-store';

/** Marks inputs whose text is the draft's: there, undo is the draft's undo. */
export const DRAFT_INPUTS = { 'data-draft-inputs': true };

/** Ctrl/Cmd+Z, with Shift or Ctrl/Cmd+Y for redo; other inputs (a chat answer, a dialog's) keep their own. */
export function useHistoryKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isForeignInput(event.target)) return;
      const key = keyOf(event);
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      const { undo, redo } = useDraft.getState();
      (isRedo ? redo : undo)();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isForeignInput(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return isDialogOpen();
  if (target.closest('[data-draft-inputs]')) return false;
  return isDialogOpen() || target.matches('input, textarea');
}
