import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './VirtualGrid.module.css';

const STEP = 16;
const LEAST = 56;
const MOST = 1_200;

interface Props {
  label: string;
  width: number | null;
  min: number;
  onResize: (width: number | null) => void;
}

/** The right edge of a header: dragged, moved by the arrow keys, or set back by a double click. */
export function ResizeHandle({ label, width, min, onResize }: Props) {
  const resizeTo = (next: number) => onResize(Math.max(LEAST, Math.min(next, MOST)));
  const present = (handle: HTMLElement) =>
    handle.parentElement?.getBoundingClientRect().width ?? width ?? min;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const offset = present(handle) - event.clientX;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = ({ clientX }) => resizeTo(offset + clientX);
    handle.onpointerup = () => {
      handle.onpointermove = null;
    };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (steps !== undefined) resizeTo(present(event.currentTarget) + steps * STEP);
    else if (event.key === 'Enter' || event.key === 'Backspace') onResize(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <button
      type="button"
      aria-label={label}
      className={classes.resize}
      onPointerDown={onPointerDown}
      onDoubleClick={() => onResize(null)}
      onKeyDown={onKeyDown}
    />
  );
}
