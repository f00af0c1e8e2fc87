import { type KeyboardEvent, useCallback, useState } from 'react';
import { keyOf } from '../app/keys';

const PAGE_STEP = 10;

/** Several rows at once; where a grid has none, its active row is the selected one. */
export interface GridSelection<R> {
  has(row: R): boolean;
  toggle(row: R): void;
  /** All between two places of the list, both included. */
  span(from: number, to: number): void;
  all(): void;
  clear(): void;
}

interface Grid<R> {
  rows: readonly (R | undefined)[];
  scrollTo(index: number): void;
  onOpen: ((row: R) => void) | undefined;
  onDelete: ((row: R) => void) | undefined;
  selection: GridSelection<R> | undefined;
}

const MOVES: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowDown: (from) => from + 1,
  ArrowUp: (from) => from - 1,
  PageDown: (from) => from + PAGE_STEP,
  PageUp: (from) => from - PAGE_STEP,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Rows by keyboard: focus stays on the grid, which names its active row. */
export function useGridKeys<R>({ rows, scrollTo, onOpen, onDelete, selection }: Grid<R>) {
  const { length: count } = rows;
  const [chosen, setChosen] = useState<number | null>(null);
  /** Where a span begins. */
  const [anchor, setAnchor] = useState<number | null>(null);
  const active = chosen === null || count === 0 ? null : Math.min(chosen, count - 1);

  const setActive = (index: number) => {
    setChosen(index);
    setAnchor(index);
  };
  const reset = useCallback(() => {
    setChosen(null);
    setAnchor(null);
  }, []);
  const extendTo = (index: number) => {
    const from = anchor ?? active ?? index;
    setChosen(index);
    setAnchor(from);
    selection?.span(from, index);
  };
  const act = (event: KeyboardEvent, row: R | undefined): boolean => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (keyOf(event) === 'a' && isCommand && selection) selection.all();
    else if (event.key === 'Escape' && selection) selection.clear();
    else if (row === undefined) return false;
    else if (event.key === 'Enter') onOpen?.(row);
    else if (event.key === ' ' && selection) selection.toggle(row);
    else if (event.key === 'Delete') onDelete?.(row);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const move = MOVES[event.key];
    if (move) {
      const next = Math.max(0, Math.min(move(active ?? -1, count), count - 1));
      if (event.shiftKey && selection) extendTo(next);
      else setActive(next);
      scrollTo(next);
    } else if (!act(event, active === null ? undefined : rows[active])) return;
    event.preventDefault();
  };

  return { active, setActive, extendTo, reset, onKeyDown };
}
