import type { ChatLanguage, ChatTurn, Graph, TrailEntry } from '../../preload/contract';
import { call } from '../app/client';
import { createScreenStore } from '../app/screen-store';
import { createChat } from '../chat/chat';
import type { Frame, Zoom } from './frames/frames';
import { type Given, gone, isTaken } from './personas/given';
import type { Replay } from './personas/replay';

export interface PreviewOptions {
  typingDelay: boolean;
  colorScheme: 'app' | 'light' | 'dark';
  frame: Frame;
  /** Of a device in the large preview. */
  zoom: Zoom;
  /** In which the chat speaks, as a BCP 47 tag; null is its main language. */
  language: ChatLanguage | null;
  /** The chat begins here; null is the first module. */
  at: string | null;
  /** The chat believes that it is this local time, as `2026-12-04T18:30`. */
  pretendedTime: string | null;
  /** The next chat knows what the last one did. */
  isReturning: boolean;
}

/** What a conversation was started with. */
export interface Playing {
  experienceId: string;
  graph: Graph;
  pretendedTime: string | null;
  language: string | null;
}

export interface PreviewState {
  playing: Playing | null;
  trail: TrailEntry[];
  variables: Readonly<Record<string, string>>;
  options: PreviewOptions;
  /** What main said last. */
  turn: ChatTurn | null;
  /** What was answered in this conversation, as far as it was taken. */
  given: readonly Given[];
  /** The answers that are played, or were played last in this conversation. */
  replay: Replay | null;
  /** What the panel shows. */
  view: 'chat' | 'personas' | 'ways';
  /** The preview fills the builder. */
  isLarge: boolean;
  /** How large a device is shown, of its size. */
  scale: number;
}

export const usePreview = createScreenStore<PreviewState>(() => ({
  playing: null,
  trail: [],
  variables: {},
  turn: null,
  given: [],
  replay: null,
  view: 'chat',
  isLarge: false,
  scale: 1,
  options: {
    typingDelay: true,
    colorScheme: 'app',
    frame: 'panel',
    zoom: 'fit',
    language: null,
    at: null,
    pretendedTime: null,
    isReturning: false,
  },
}));

export const previewChat = createChat(
  {
    answer: async (sessionId, answer, question) => {
      const turn = await call('chat.answer', { sessionId, answer, question });
      note({ kind: 'answers', answer }, question, turn);
      return turn;
    },
    openLink: async (sessionId, question) => {
      // Answers that are played open nobody's browser.
      const pretends = usePreview.getState().replay?.state === 'plays';
      const turn = await call('chat.openLink', { sessionId, question, pretends });
      note({ kind: 'opens' }, question, turn);
      return turn;
    },
    idle: async (sessionId, question) => {
      const turn = await call('chat.idle', { sessionId, question });
      note({ kind: 'waits' }, question, turn);
      return turn;
    },
    back: async (sessionId, question) => {
      const turn = await call('chat.back', { sessionId, question });
      usePreview.setState(({ given }) => ({ given: gone(given, question) }));
      return turn;
    },
    speak: (sessionId, language) => call('chat.setLanguage', { sessionId, language }),
    forget: (sessionId) => call('chat.forget', { sessionId }),
  },
  (turn) =>
    usePreview.setState((state) => ({
      turn,
      trail: [...state.trail, ...turn.trail],
      variables: turn.variables,
    })),
);

/** Remembers what was done at a question, unless the same is asked again. */
function note(does: Given['does'], question: string, next: ChatTurn): void {
  usePreview.setState(({ turn, given }) =>
    turn && isTaken(turn, next)
      ? {
          given: [
            ...given,
            { question, moduleId: turn.waitingModuleId, prompt: turn.prompt, does },
          ],
        }
      : {},
  );
}

export function setOptions(changes: Partial<PreviewOptions>): void {
  usePreview.setState(({ options }) => ({ options: { ...options, ...changes } }));
}

export function useOption<K extends keyof PreviewOptions>(name: K): PreviewOptions[K] {
  return usePreview((state) => state.options[name]);
}

export function setScale(scale: number): void {
  usePreview.setState({ scale });
}

export function setLarge(isLarge: boolean): void {
  usePreview.setState({ isLarge });
}

export function showView(view: PreviewState['view']): void {
  usePreview.setState({ view });
}
