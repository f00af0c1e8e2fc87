import type { StoreApi, UseBoundStore } from 'zustand';
import type { Answer, ChatMessage, ChatTurn, Prompt } from '../../preload/contract';
import { createScreenStore } from '../app/screen-store';

export type Line = { key: number } & (
  | { side: 'bot'; message: ChatMessage }
  | { side: 'own'; text: string }
);

/** Each has a sentence. */
type Ending = 'ended' | 'unavailable' | 'tooLong';

export interface ChatState {
  sessionId: string | null;
  /** What is shown, and what has been said but is still being "typed". */
  lines: Line[];
  queue: Line[];
  prompt: Prompt | null;
  /** Counts the questions; one that is asked again keeps its number, and so what was typed. */
  question: number;
  hasEnded: boolean;
  /** How it has ended: as its author meant it, or why before. */
  ending: Ending;
  isBusy: boolean;
  failure: { error: unknown } | null;
}

/** How the chat reaches main, for a session that main has opened. */
export interface ChatPorts {
  answer(sessionId: string, answer: Answer): Promise<ChatTurn>;
  openLink(sessionId: string): Promise<ChatTurn>;
  idle(sessionId: string): Promise<ChatTurn>;
  forget(sessionId: string): Promise<void>;
}

/** A running chat, as whoever chats sees it. */
export interface Chat {
  readonly use: UseBoundStore<StoreApi<ChatState>>;
  /** Null when it failed, which the chat shows, or when another start has overtaken it. */
  start(open: () => Promise<ChatTurn>): Promise<ChatTurn | null>;
  /** `shownAs` is the bubble of whoever answers. */
  answer(given: Answer, shownAs: string): Promise<void>;
  openLink(shownAs: string): Promise<void>;
  /** Tells main that nobody has answered for as long as the prompt allows. */
  idle(): Promise<void>;
  showNext(): void;
  showAll(): void;
  /** Ends the chat and shows nothing of it. */
  forget(): void;
}

const NOTHING: ChatState = {
  sessionId: null,
  lines: [],
  queue: [],
  prompt: null,
  question: 0,
  hasEnded: false,
  ending: 'ended',
  isBusy: false,
  failure: null,
};

function endingOf({ unavailable, tooLong }: Pick<ChatTurn, 'unavailable' | 'tooLong'>): Ending {
  if (unavailable) return 'unavailable';
  return tooLong ? 'tooLong' : 'ended';
}

/** `onTurn` hears of each turn after the first, which `start` returns. */
export function createChat(ports: ChatPorts, onTurn: (turn: ChatTurn) => void = () => {}): Chat {
  const use = createScreenStore<ChatState>(() => NOTHING);
  let nextKey = 0;
  /** Counts starts: a reply to an earlier conversation is not shown in the next. */
  let conversation = 0;

  const fail = (error: unknown): void => use.setState({ isBusy: false, failure: { error } });

  const take = ({ messages, prompt, ended, repeats, ...turn }: ChatTurn): void => {
    const said = messages.map(({ message }) => ({ key: nextKey++, side: 'bot' as const, message }));
    use.setState(({ queue, question }) => ({
      isBusy: false,
      queue: [...queue, ...said],
      prompt,
      question: repeats ? question : question + 1,
      hasEnded: ended,
      ending: endingOf(turn),
    }));
  };

  const proceed = async (
    ask: (sessionId: string) => Promise<ChatTurn>,
    shownAs?: string,
  ): Promise<void> => {
    const { sessionId, isBusy } = use.getState();
    if (sessionId === null || isBusy) return;
    const current = conversation;
    use.setState({ isBusy: true, failure: null });
    try {
      const turn = await ask(sessionId);
      if (current !== conversation) return;
      if (shownAs !== undefined) {
        const own: Line = { key: nextKey++, side: 'own', text: shownAs };
        use.setState(({ lines }) => ({ lines: [...lines, own] }));
      }
      take(turn);
      onTurn(turn);
    } catch (error) {
      if (current === conversation) fail(error);
    }
  };

  return {
    use,
    start: async (open) => {
      const current = ++conversation;
      use.setState({ isBusy: true, failure: null });
      try {
        const turn = await open();
        if (current !== conversation) return null;
        use.setState({ sessionId: turn.sessionId, lines: [], queue: [] });
        take(turn);
        return turn;
      } catch (error) {
        if (current === conversation) fail(error);
        return null;
      }
    },
    answer: (given, shownAs) => proceed((sessionId) => ports.answer(sessionId, given), shownAs),
    openLink: (shownAs) => proceed(ports.openLink, shownAs),
    idle: () => proceed(ports.idle),
    showNext: () =>
      use.setState(({ lines, queue }) => ({
        lines: [...lines, ...queue.slice(0, 1)],
        queue: queue.slice(1),
      })),
    showAll: () => use.setState(({ lines, queue }) => ({ lines: [...lines, ...queue], queue: [] })),
    forget: () => {
      const { sessionId } = use.getState();
      conversation += 1;
      use.setState(NOTHING);
      // The session may be gone already, and there is nobody to tell.
      if (sessionId !== null) void ports.forget(sessionId).catch(() => {});
    },
  };
}
