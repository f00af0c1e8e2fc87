import { useReducedMotion } from '@mantine/hooks';
import { type RefObject, useLayoutEffect, useRef } from 'react';

const SLIDE = { duration: 260, easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)' };

/**
 * When what is asked is taller or lower than what was there before, the conversation and the sheet slide
 * to their new places instead of jumping. Only transforms are animated: nothing is laid out for a frame.
 */
export function useSlide(
  lines: RefObject<HTMLElement | null>,
  foot: RefObject<HTMLElement | null>,
): void {
  const reducesMotion = useReducedMotion(false, { getInitialValueInEffect: false });
  const before = useRef<number | null>(null);
  // After every render: any of them may have changed what the sheet holds.
  useLayoutEffect(() => {
    const height = foot.current?.offsetHeight ?? 0;
    const by = before.current === null ? 0 : height - before.current;
    before.current = height;
    if (by === 0 || reducesMotion) return;
    const from = [{ transform: `translateY(${by}px)` }, { transform: 'none' }];
    lines.current?.animate(from, SLIDE);
    if (by > 0) foot.current?.animate(from, SLIDE);
  });
}
