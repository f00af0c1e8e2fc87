import { useEffect, useRef } from 'react';
import { useBuilder } from './builder-store';
import { focusDrawn } from './canvas/focus-node';

/** The way to begin in an empty flow, the list, or the canvas. */
const FLOW = '[data-empty-flow] button, [data-takes-focus]';
/** Until a dialog has given back the focus to what opened it, if that is still there. */
const AFTER_DIALOG_MS = 50;

/** What had the focus is gone with the experience, or the list of them, that was shown before. */
export function useFocusOnOpened(): void {
  const isReady = useBuilder(({ phase }) => phase.kind === 'ready');
  const opened = useBuilder(({ experience, showsLibrary }) =>
    showsLibrary ? null : (experience?.id ?? null),
  );
  const before = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    const isFirst = before.current === undefined;
    if (isReady) before.current = opened;
    if (!isReady || isFirst || opened === null) return undefined;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) focusDrawn(FLOW);
    }, AFTER_DIALOG_MS);
    return () => clearTimeout(timer);
  }, [isReady, opened]);
}
