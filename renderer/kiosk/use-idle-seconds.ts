import { useCallback, useEffect, useRef, useState } from 'react';

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

interface Limits {
  /** From here on, only `stay` counts as input: a tap must not reach what is behind the question. */
  warnAfter: number;
  /** Then, `onGone` is called. */
  goneAfter: number;
}

/** Whole seconds since the last input of any kind. */
export function useIdleSeconds({ warnAfter, goneAfter }: Limits, onGone: () => void) {
  const [seconds, setSeconds] = useState(0);
  const last = useRef(performance.now());
  const gone = useRef(onGone);
  gone.current = onGone;

  const stay = useCallback(() => {
    last.current = performance.now();
    setSeconds(0);
  }, []);

  useEffect(() => {
    const idle = () => Math.floor((performance.now() - last.current) / 1_000);
    // The timer shows it: a render between here and a text field would put back what was typed there.
    const note = () => {
      if (idle() < warnAfter) last.current = performance.now();
    };
    const timer = setInterval(() => {
      setSeconds(idle());
      if (idle() < goneAfter) return;
      stay();
      gone.current();
    }, 250);
    for (const input of INPUTS) window.addEventListener(input, note, true);
    return () => {
      clearInterval(timer);
      for (const input of INPUTS) window.removeEventListener(input, note, true);
    };
  }, [warnAfter, goneAfter, stay]);

  return { seconds, stay };
}
