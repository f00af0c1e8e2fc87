import { useEffect, useRef, useState } from 'react';

const INPUTS = ['pointerdown', 'keydown', 'wheel'] as const;

/** Counts down to `onEnd`, and from the beginning again after any input; `round` counts those. */
export function useCountdown(seconds: number, onEnd: () => void) {
  const [secondsLeft, setSecondsLeft] = useState(seconds);
  const [round, setRound] = useState(0);
  const end = useRef(onEnd);
  end.current = onEnd;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round begins with all of the time
  useEffect(() => {
    const until = performance.now() + seconds * 1_000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1_000));
      setSecondsLeft(left);
      if (left > 0) return;
      clearInterval(timer);
      end.current();
    }, 100);
    setSecondsLeft(seconds);
    const restart = () => setRound((current) => current + 1);
    for (const input of INPUTS) window.addEventListener(input, restart, true);
    return () => {
      clearInterval(timer);
      for (const input of INPUTS) window.removeEventListener(input, restart, true);
    };
  }, [seconds, round]);

  return { secondsLeft, round };
}
