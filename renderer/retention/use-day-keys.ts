import { type KeyboardEvent, useEffect, useRef } from 'react';
import { addDays, addMonths, weekdayOf } from '../../preload/contract';

const MOVES: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, 1 - weekdayOf(day)),
  End: (day) => addDays(day, 7 - weekdayOf(day)),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

/** The keys of a calendar (ARIA Authoring Practices): focus goes along with the chosen day. */
export function useDayKeys(chosen: string, choose: (day: string) => void) {
  const grid = useRef<HTMLTableElement>(null);
  /** The day that had the focus may have gone with its month. */
  const isMoving = useRef(false);
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    isMoving.current = true;
    choose(move(chosen));
  };
  return { onKeyDown, grid };
}
