import { type KeyboardEvent, useState } from 'react';

const PAGE_STEP = 10;

interface Grid<R> {
  rows: readonly R[];
  scrollTo(index: number): void;
  onOpen: ((row: R) => void) | undefined;
  onDelete: ((row: R) => void) | undefined;
}

/** Row selection by keyboard: focus stays on the grid, which names its active row. */
export function useGridKeys<R>({ rows, scrollTo, onOpen, onDelete }: Grid<R>) {
  const { length: count } = rows;
  const [chosen, setChosen] = useState<number | null>(null);
  const active = chosen === null || count === 0 ? null : Math.min(chosen, count - 1);

  const activate = (index: number) => {
    const next = Math.max(0, Math.min(index, count - 1));
    setChosen(next);
    scrollTo(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const from = active ?? -1;
    const activeRow = active === null ? undefined : rows[active];
    switch (event.key) {
      case 'ArrowDown':
        activate(from + 1);
        break;
      case 'ArrowUp':
        activate(from - 1);
        break;
      case 'PageDown':
        activate(from + PAGE_STEP);
        break;
      case 'PageUp':
        activate(from - PAGE_STEP);
        break;
      case 'Home':
        activate(0);
        break;
      case 'End':
        activate(count - 1);
        break;
      case 'Enter':
        if (activeRow !== undefined) onOpen?.(activeRow);
        break;
      case 'Delete':
        if (activeRow !== undefined) onDelete?.(activeRow);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return { active, setActive: setChosen, onKeyDown };
}
