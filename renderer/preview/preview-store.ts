import type { Graph, TrailEntry } from '../../preload/contract';
import { call } from '../app/client';
import { createScreenStore } from '../app/screen-store';
import { createChat } from '../chat/chat';

export interface PreviewOptions {
  typingDelay: boolean;
  colorScheme: 'app' | 'light' | 'dark';
  width: 'phone' | 'desktop';
  /** The chat begins here; null is the first module. */
  at: string | null;
  /** The chat believes that it is this local time, as an input of type `datetime-local` has it. */
  pretendedTime: string | null;
  /** The next chat knows what the last one did. */
  isReturning: boolean;
}

export interface PreviewState {
  playing: { experienceId: string; graph: Graph; pretendedTime: string | null } | null;
  trail: TrailEntry[];
  variables: Readonly<Record<string, string>>;
  options: PreviewOptions;
}

export const usePreview = createScreenStore<PreviewState>(() => ({
  playing: null,
  trail: [],
  variables: {},
  options: {
    typingDelay: true,
    colorScheme: 'app',
    width: 'phone',
    at: null,
    pretendedTime: null,
    isReturning: false,
  },
}));

export const previewChat = createChat(
  {
    answer: (sessionId, answer, question) => call('chat.answer', { sessionId, answer, question }),
    openLink: (sessionId, question) => call('chat.openLink', { sessionId, question }),
    idle: (sessionId, question) => call('chat.idle', { sessionId, question }),
    back: (sessionId, question) => call('chat.back', { sessionId, question }),
    forget: (sessionId) => call('chat.forget', { sessionId }),
  },
  ({ trail, variables }) =>
    usePreview.setState((state) => ({ trail: [...state.trail, ...trail], variables })),
);

export function setOptions(changes: Partial<PreviewOptions>): void {
  usePreview.setState(({ options }) => ({ options: { ...options, ...changes } }));
}

export function useOption<K extends keyof PreviewOptions>(name: K): PreviewOptions[K] {
  return usePreview((state) => state.options[name]);
}
