import { type RefObject, useEffect } from 'react';
import { keyOf } from '../app/keys';
import { useChatPlace } from './chat-context';

/** Whoever does not want to wait taps on the conversation or presses a key, and sees all at once. */
export function useSkip(
  view: RefObject<HTMLElement | null>,
  log: RefObject<HTMLElement | null>,
  isTyping: boolean,
): void {
  const { chat, isKiosk } = useChatPlace();
  useEffect(() => {
    if (!isTyping) return;
    const tapped = log.current;
    const onClick = ({ target }: MouseEvent) => {
      const isControl = target instanceof Element && target.closest('button, a') !== null;
      if (!isControl && !getSelection()?.toString()) chat.hurry();
    };
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isInside = target instanceof Node && view.current?.contains(target);
      // Beside the builder, keys that are meant for nothing in particular are the builder's.
      const isHere = isInside || (isKiosk && target === document.body);
      if (!isHere || !skips(event)) return;
      // It must not answer the question that appears by it.
      event.preventDefault();
      chat.hurry();
    };
    tapped?.addEventListener('click', onClick);
    window.addEventListener('keydown', onKey);
    return () => {
      tapped?.removeEventListener('click', onClick);
      window.removeEventListener('keydown', onKey);
    };
  }, [isTyping, chat, isKiosk, view, log]);
}

/** Not a key that is still held from the answer, and none that moves about or belongs to a shortcut. */
function skips(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (target instanceof Element && target.closest('button, a, input, textarea, select'))
    return false;
  const key = keyOf(event);
  return key === 'Enter' || key.length === 1;
}
