import type { StoreApi, UseBoundStore } from 'zustand';
import type {
  Answer,
  Border,
  ChatLanguage,
  ChatMessage,
  ChatTurn,
  LegalOffer,
  Prompt,
} from '../../preload/contract';
import { toAppError } from '../app/errors';
import { createScreenStore } from '../app/screen-store';

export type Line = { key: number } & (
  | { side: 'bot'; message: ChatMessage }
  | { side: 'own'; text: string; question: string | null }
);

/** Each has a sentence. */
type Ending = 'ended' | 'unavailable' | 'tooLong';

export interface ChatState {
  sessionId: string | null;
  /** In which it speaks; null where the experience does not say in which it does. */
  language: ChatLanguage | null;
  /** All in which it could. */
  languages: readonly ChatLanguage[];
  /** What is shown, and what has been said but is still being "typed". */
  lines: Line[];
  queue: Line[];
  prompt: Prompt | null;
  /** Names what is asked now: main takes one answer to it. */
  asked: string | null;
  /** How it was answered before whoever chats went back. */
  earlier: Answer | null;
  /** Questions that they can go back to, the oldest first. */
  changeable: readonly string[];
  /** Why they cannot go back further. */
  stays: Border | null;
  /** Whether they have just gone back. */
  isChanging: boolean;
  /** Counts the questions; one that is asked again keeps its number, and so what was typed. */
  question: number;
  hasEnded: boolean;
  /** How it has ended: as its author meant it, or why before. */
  ending: Ending;
  isBusy: boolean;
  /** Legal texts that can be read all the time. */
  legal: LegalOffer;
  failure: { error: unknown } | null;
}

/** How the chat reaches main, for a session that main has opened. */
export interface ChatPorts {
  answer(sessionId: string, answer: Answer, question: string): Promise<ChatTurn>;
  openLink(sessionId: string, question: string): Promise<ChatTurn>;
  idle(sessionId: string, question: string): Promise<ChatTurn>;
  back(sessionId: string, question: string): Promise<ChatTurn>;
  speak(sessionId: string, language: ChatLanguage): Promise<ChatTurn>;
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
  /** Asks an earlier question again: what was said since goes. */
  back(question: string): Promise<void>;
  /** Goes on in another language: what is asked is asked again in it. */
  speak(language: ChatLanguage): Promise<void>;
  showNext(): void;
  showAll(): void;
  /** What is said until the next pause: an author's pause is waited for, or skipped by its own button. */
  hurry(): void;
  /** Ends the chat and shows nothing of it. */
  forget(): void;
}

const NOTHING: ChatState = {
  sessionId: null,
  language: null,
  languages: [],
  lines: [],
  queue: [],
  prompt: null,
  asked: null,
  earlier: null,
  changeable: [],
  stays: null,
  isChanging: false,
  question: 0,
  hasEnded: false,
  ending: 'ended',
  isBusy: false,
  legal: {},
  failure: null,
};

function endingOf({ unavailable, tooLong }: Pick<ChatTurn, 'unavailable' | 'tooLong'>): Ending {
  if (unavailable) return 'unavailable';
  return tooLong ? 'tooLong' : 'ended';
}

/** A pause takes time and leaves nothing behind. */
export const isPause = (line: Line): boolean =>
  line.side === 'bot' && line.message.kind === 'pause';
const isShown = (line: Line): boolean => !isPause(line);

/** `onTurn` hears of each turn after the first, which `start` returns. */
export function createChat(ports: ChatPorts, onTurn: (turn: ChatTurn) => void = () => {}): Chat {
  const use = createScreenStore<ChatState>(() => NOTHING);
  let nextKey = 0;
  /** Counts starts: a reply to an earlier conversation is not shown in the next. */
  let conversation = 0;

  /** Where what is said after each question begins. */
  let marks = new Map<string, number>();

  /** A second tap asks for nothing: what it meant has been done. */
  const fail = (error: unknown): void => {
    const isDone = toAppError(error).code === 'chat.already_answered';
    use.setState({ isBusy: false, failure: isDone ? null : { error } });
  };

  const take = ({ messages, prompt, ended, repeats, question: asked, ...turn }: ChatTurn): void => {
    const said = messages.map(({ message }) => ({ key: nextKey++, side: 'bot' as const, message }));
    if (asked !== null) marks.set(asked, nextKey);
    use.setState(({ queue, question }) => ({
      isBusy: false,
      queue: [...queue, ...said],
      prompt,
      asked,
      language: turn.language,
      languages: turn.languages,
      earlier: turn.earlier,
      changeable: turn.changeable,
      stays: turn.stays,
      isChanging: false,
      question: repeats ? question : question + 1,
      hasEnded: ended,
      ending: endingOf(turn),
    }));
  };

  /** Asks main to go on, and shows it; `show` comes before what main has said. */
  const proceed = async (
    ask: (sessionId: string, asked: string) => Promise<ChatTurn>,
    show: (asked: string) => void = () => {},
  ): Promise<boolean> => {
    const { sessionId, asked, isBusy } = use.getState();
    if (sessionId === null || asked === null || isBusy) return false;
    const current = conversation;
    use.setState({ isBusy: true, failure: null });
    try {
      const turn = await ask(sessionId, asked);
      if (current !== conversation) return false;
      show(asked);
      take(turn);
      onTurn(turn);
      return true;
    } catch (error) {
      if (current === conversation) fail(error);
      return false;
    }
  };

  const showOwn = (text: string) => (question: string) => {
    const own: Line = { key: nextKey++, side: 'own', text, question };
    use.setState(({ lines }) => ({ lines: [...lines, own] }));
  };

  /** Leaves what was there when the question was asked; nothing of it is "typed" again. */
  const showUntil = (question: string): void => {
    const end = marks.get(question) ?? 0;
    use.setState(({ lines, queue }) => ({
      lines: [...lines, ...queue].filter(({ key }) => key < end),
      queue: [],
    }));
  };

  return {
    use,
    start: async (open) => {
      const current = ++conversation;
      use.setState({ isBusy: true, failure: null });
      try {
        const turn = await open();
        if (current !== conversation) return null;
        marks = new Map();
        const { sessionId, legal = {} } = turn;
        use.setState({ sessionId, legal, lines: [], queue: [] });
        take(turn);
        return turn;
      } catch (error) {
        if (current === conversation) fail(error);
        return null;
      }
    },
    answer: async (given, shownAs) => {
      await proceed((id, asked) => ports.answer(id, given, asked), showOwn(shownAs));
    },
    openLink: async (shownAs) => {
      await proceed(ports.openLink, showOwn(shownAs));
    },
    idle: async () => {
      await proceed(ports.idle);
    },
    back: async (question) => {
      const went = await proceed(
        (id) => ports.back(id, question),
        () => showUntil(question),
      );
      if (went) use.setState(({ prompt }) => ({ isChanging: prompt !== null }));
    },
    speak: async (language) => {
      await proceed((id) => ports.speak(id, language));
    },
    showNext: () =>
      use.setState(({ lines, queue }) => ({
        lines: [...lines, ...queue.slice(0, 1).filter(isShown)],
        queue: queue.slice(1),
      })),
    hurry: () =>
      use.setState(({ lines, queue }) => {
        const pause = queue.findIndex(isPause);
        const end = pause === -1 ? queue.length : pause;
        return { lines: [...lines, ...queue.slice(0, end)], queue: queue.slice(end) };
      }),
    showAll: () =>
      use.setState(({ lines, queue }) => ({
        lines: [...lines, ...queue.filter(isShown)],
        queue: [],
      })),
    forget: () => {
      const { sessionId } = use.getState();
      conversation += 1;
      use.setState(NOTHING);
      // The session may be gone already, and there is nobody to tell.
      if (sessionId !== null) void ports.forget(sessionId).catch(() => {});
    },
  };
}
