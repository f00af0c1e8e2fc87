import { type MouseEvent, type ReactNode, useLayoutEffect, useState } from 'react';
import { useChat } from './chat-context';
import classes from './Guarded.module.css';

/** As long as the second tap of a double tap may take, in ms. */
const GUARD_MS = 400;

/**
 * What is asked now takes no tap in its first moment: the second of a double tap was meant for what
 * stood there before. Keys and assistive technology are not held up: their clicks have no `detail`.
 */
export function Guarded({ children }: { children: ReactNode }) {
  const asked = useChat((state) => state.asked);
  const [ready, setReady] = useState<string | null>();
  const isNew = ready !== asked;

  useLayoutEffect(() => {
    const timer = setTimeout(() => setReady(asked), GUARD_MS);
    return () => clearTimeout(timer);
  }, [asked]);

  const refuse = (event: MouseEvent) => {
    if (!isNew || event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.guarded} data-new={isNew || undefined} onClickCapture={refuse}>
      {children}
    </div>
  );
}
