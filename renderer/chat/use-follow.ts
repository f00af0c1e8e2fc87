import { type RefObject, useEffect } from 'react';
import { useChat } from './chat-context';

/** Keeps the newest line in view, and the focus with the conversation if it was there. */
export function useFollow(
  log: RefObject<HTMLElement | null>,
  foot: RefObject<HTMLElement | null>,
  isTyping: boolean,
): void {
  const lines = useChat((state) => state.lines);
  const prompt = useChat((state) => state.prompt);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these makes the log longer
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [lines, prompt, isTyping, log]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every line may end in another prompt
  useEffect(() => {
    const { activeElement } = document;
    const panel = log.current?.parentElement;
    const isElsewhere = activeElement !== document.body && !panel?.contains(activeElement);
    if (isTyping || isElsewhere) return;
    const first = '[data-first]:not(:disabled), [data-prompt] :is(input, textarea, select, button)';
    const target = foot.current?.querySelector<HTMLElement>(`${first}, button`);
    target?.focus();
    if (target instanceof HTMLInputElement && target.value !== '') target.select();
  }, [lines, prompt, isTyping, log, foot]);
}
