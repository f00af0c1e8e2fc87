import { type PointerEvent, type RefObject, useState } from 'react';

interface Drag {
  /** The item that is held; null while none is. */
  readonly held: string | null;
  /** Of the handle of an item. */
  handle(id: string): {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
}

/**
 * Lets items of a list be dragged by a finger, a pen or a mouse. `place` hears of the item over which the
 * held one is; each has its id in `data-item`.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  place: (held: string, over: string) => void,
): Drag {
  const [held, setHeld] = useState<string | null>(null);
  const letGo = () => setHeld(null);
  return {
    held,
    handle: (id) => ({
      onPointerDown: (event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(id);
      },
      onPointerMove: (event) => {
        if (held !== id) return;
        const over = itemAt(list.current, event.clientY);
        if (over !== undefined && over !== id) place(id, over);
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
    }),
  };
}

/** The item whose middle half the pointer is in: at the edge, two would change places for ever. */
function itemAt(list: HTMLElement | null, y: number): string | undefined {
  const items = [...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  return items.find((item) => {
    const { top, height } = item.getBoundingClientRect();
    return y > top + height / 4 && y < top + (height * 3) / 4;
  })?.dataset.item;
}
