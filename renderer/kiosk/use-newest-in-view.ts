import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the newest line in view when there is less room for it: the keyboard has come. */
export function useNewestInView(): RefObject<HTMLDivElement | null> {
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const log = view.current?.querySelector('[role="log"]');
    if (!log) return;
    const sizes = new ResizeObserver(() => log.scrollTo({ top: log.scrollHeight }));
    sizes.observe(log);
    return () => sizes.disconnect();
  }, []);
  return view;
}
