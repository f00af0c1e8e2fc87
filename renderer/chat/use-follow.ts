import { useReducedMotion } from '@mantine/hooks';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useChat } from './chat-context';

/** Nobody scrolls up by so little to read what stands there. */
const NEAR_END_PX = 40;

/**
 * Keeps the newest line in view, and the focus with the conversation if it was there. Returns what
 * brings the newest line into view.
 */
export function useFollow(
  log: RefObject<HTMLElement | null>,
  foot: RefObject<HTMLElement | null>,
  isTyping: boolean,
): () => void {
  const lines = useChat((state) => state.lines);
  const prompt = useChat((state) => state.prompt);
  const reducesMotion = useReducedMotion(false, { getInitialValueInEffect: false });

  /** Whether the end is in view: who reads further up is left there when something gets another size. */
  const isAtEnd = useRef(true);

  const follow = useCallback(() => {
    const behavior = reducesMotion ? 'instant' : 'smooth';
    log.current?.scrollTo({ top: log.current.scrollHeight, behavior });
  }, [log, reducesMotion]);

  useEffect(() => {
    const element = log.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const look = () => {
      const below = element.scrollHeight - element.clientHeight - element.scrollTop;
      isAtEnd.current = below < NEAR_END_PX;
    };
    const observer = new ResizeObserver(() => isAtEnd.current && follow());
    for (const each of [element, content]) observer.observe(each);
    element.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [log, follow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these makes the log longer
  useEffect(follow, [lines, prompt, isTyping, follow]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every line may end in another prompt
  useEffect(() => {
    const { activeElement } = document;
    const panel = log.current?.parentElement;
    const isAround = activeElement?.contains(panel ?? null);
    const isElsewhere = !isAround && !panel?.contains(activeElement);
    if (isTyping || isElsewhere) return;
    const target = firstControl(foot.current);
    target?.focus();
    // The browser would ring the first answer as if it were chosen, also for who has pressed no key.
    if (target instanceof HTMLButtonElement && !usesKeys()) hushRing(target);
    if (target instanceof HTMLInputElement && target.value !== '') target.select();
  }, [lines, prompt, isTyping, log, foot]);

  return follow;
}

let lastInput: 'key' | 'pointer' | null = null;
addEventListener('keydown', () => (lastInput = 'key'), true);
addEventListener('pointerdown', () => (lastInput = 'pointer'), true);

const usesKeys = (): boolean => lastInput === 'key';

/** Until a key is pressed, or the focus has gone elsewhere. */
function hushRing(button: HTMLElement): void {
  button.dataset.hushed = '';
  const end = new AbortController();
  const show = () => {
    delete button.dataset.hushed;
    end.abort();
  };
  addEventListener('keydown', show, { capture: true, signal: end.signal });
  button.addEventListener('blur', show, { signal: end.signal });
}

/** The prompt's main control, else its first one, else a button such as that to play again. */
function firstControl(foot: HTMLElement | null): HTMLElement | null {
  const preferred = [
    '[data-first]',
    '[data-prompt] :is(input, textarea, select, button)',
    'button',
  ];
  for (const selector of preferred) {
    const found = foot?.querySelector<HTMLElement>(`${selector}:not(:disabled)`);
    if (found) return found;
  }
  return null;
}
