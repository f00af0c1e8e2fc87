import { useEffect, useRef } from 'react';

/** Of the upper left corner of the screen, in CSS pixels. */
const CORNER = 100;
const TAPS = 5;
const WITHIN_MS = 3_000;
const HOLD_MS = 3_000;

/**
 * How staff reach the way out: five taps in the upper left corner within three seconds, the same corner
 * held for three seconds, or Ctrl+Alt+Shift+L. Nothing on the page tells of it, so that participants
 * neither see nor hear of it.
 */
export function useLeaveGesture(onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    let taps: number[] = [];
    let holding = 0;
    const isCorner = ({ clientX, clientY }: PointerEvent) => clientX < CORNER && clientY < CORNER;
    const letGo = () => clearTimeout(holding);
    const press = (event: PointerEvent) => {
      letGo();
      if (isCorner(event)) holding = window.setTimeout(() => leave.current(), HOLD_MS);
    };
    const move = (event: PointerEvent) => {
      if (!isCorner(event)) letGo();
    };
    /** Once the finger is up: until then, the browser still has its own ideas about the focus. */
    const release = (event: PointerEvent) => {
      letGo();
      const { timeStamp } = event;
      const recent = taps.filter((at) => timeStamp - at < WITHIN_MS);
      taps = isCorner(event) ? [...recent, timeStamp] : [];
      if (taps.length < TAPS) return;
      taps = [];
      leave.current();
    };
    const type = (event: KeyboardEvent) => {
      // On a Polish keyboard, AltGr with Shift and L writes a letter.
      const isWriting = event.getModifierState('AltGraph');
      const isHeld = event.ctrlKey && event.altKey && event.shiftKey && !isWriting;
      if (isHeld && event.code === 'KeyL') leave.current();
    };
    const listeners = {
      pointerdown: press,
      pointermove: move,
      pointerup: release,
      pointercancel: letGo,
      keydown: type,
    };
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener, true);
    }
    return () => {
      letGo();
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener, true);
      }
    };
  }, []);
}
