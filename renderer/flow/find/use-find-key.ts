import { useEffect } from 'react';
import { keyOf } from '../../app/keys';
import { focusDrawn } from '../canvas/focus-node';
import { openFind, useCanvas } from '../canvas-store';

/** Ctrl or Cmd+F looks for something in the flow, unless a dialog lies over it. */
export function useFindKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isCommand || keyOf(event) !== 'f' || useCanvas.getState().area !== 'flow') return;
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return;
      event.preventDefault();
      openFind();
      focusDrawn('search input');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
