import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Brings the focus back to where it was before all of it was covered: what is hidden loses it before
 * anybody can ask where it is, and so it is followed all the time.
 */
export function useFocusKept(isCovered: boolean): { onFocus: (event: FocusEvent) => void } {
  const last = useRef<Element | null>(null);
  const wasCovered = useRef(isCovered);
  useEffect(() => {
    if (wasCovered.current && !isCovered && last.current instanceof HTMLElement) {
      if (last.current.isConnected) last.current.focus({ preventScroll: true });
    }
    wasCovered.current = isCovered;
  }, [isCovered]);
  return {
    onFocus: ({ target }) => {
      last.current = target;
    },
  };
}
