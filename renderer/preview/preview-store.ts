import type { ChatMessage, Graph, Prompt, TrailEntry } from '../../preload/contract';
import { createScreenStore } from '../app/screen-store';

export type Line = { key: number } & (
  | { side: 'bot'; message: ChatMessage }
  | { side: 'own'; text: string }
);

export interface PreviewState {
  session: { id: string; experienceId: string; played: Graph } | null;
  /** What is shown, and what has been said but is still being "typed". */
  lines: Line[];
  queue: Line[];
  prompt: Prompt | null;
  hasEnded: boolean;
  trail: TrailEntry[];
  isBusy: boolean;
  failure: { error: unknown } | null;
  typingDelay: boolean;
}

export const usePreview = createScreenStore<PreviewState>(() => ({
  session: null,
  lines: [],
  queue: [],
  prompt: null,
  hasEnded: false,
  trail: [],
  isBusy: false,
  failure: null,
  typingDelay: true,
}));

export function showNext(): void {
  const { lines, queue } = usePreview.getState();
  usePreview.setState({ lines: [...lines, ...queue.slice(0, 1)], queue: queue.slice(1) });
}

export function showAll(): void {
  const { lines, queue } = usePreview.getState();
  usePreview.setState({ lines: [...lines, ...queue], queue: [] });
}

export function toggleTypingDelay(): void {
  usePreview.setState(({ typingDelay }) => ({ typingDelay: !typingDelay }));
}
