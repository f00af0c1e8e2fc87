import type { Answer, ChatTurn, Language } from '../../preload/contract';
import { call } from '../app/client';
import { flushDraft } from '../flow/builder-actions';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { type Line, usePreview } from './preview-store';

let nextKey = 0;
/** Counts restarts: a reply to an earlier conversation is not shown in the next. */
let conversation = 0;

const own = (text: string): Line => ({ key: nextKey++, side: 'own', text });

export async function startChat(language: Language): Promise<void> {
  const experienceId = useBuilder.getState().experience?.id;
  if (experienceId === undefined) return;
  const current = ++conversation;
  const { session } = usePreview.getState();
  usePreview.setState({ isBusy: true, failure: null });
  try {
    if (!(await flushDraft())) throw failureOfSave();
    const played = useDraft.getState().graph;
    const replaces = session ? { replaces: session.id } : {};
    const turn = await call('chat.start', { experienceId, language, ...replaces });
    if (current !== conversation) return;
    usePreview.setState({
      session: { id: turn.sessionId, experienceId, played },
      lines: [],
      queue: [],
      trail: [],
    });
    take(turn);
  } catch (error) {
    if (current === conversation) fail(error);
  }
}

export function answer(given: Answer, shownAs: string): Promise<void> {
  return proceed(shownAs, (sessionId) => call('chat.answer', { sessionId, answer: given }));
}

/** Main opens the address in the browser, and the conversation goes on. */
export function openLink(shownAs: string): Promise<void> {
  return proceed(shownAs, (sessionId) => call('chat.openLink', { sessionId }));
}

export function forgetChat(): void {
  const { session, typingDelay } = usePreview.getState();
  conversation += 1;
  usePreview.setState({ ...usePreview.getInitialState(), typingDelay });
  // The session may be gone already, and there is nobody to tell.
  if (session) void call('chat.forget', { sessionId: session.id }).catch(() => {});
}

async function proceed(
  shownAs: string,
  ask: (sessionId: string) => Promise<ChatTurn>,
): Promise<void> {
  const { session, isBusy } = usePreview.getState();
  if (!session || isBusy) return;
  const current = conversation;
  usePreview.setState({ isBusy: true, failure: null });
  try {
    const turn = await ask(session.id);
    if (current !== conversation) return;
    usePreview.setState(({ lines }) => ({ lines: [...lines, own(shownAs)] }));
    take(turn);
  } catch (error) {
    if (current === conversation) fail(error);
  }
}

function take({ messages, prompt, ended, trail }: ChatTurn): void {
  usePreview.setState((state) => ({
    isBusy: false,
    queue: [
      ...state.queue,
      ...messages.map(({ message }) => ({ key: nextKey++, side: 'bot' as const, message })),
    ],
    prompt,
    hasEnded: ended,
    trail: [...state.trail, ...trail],
  }));
}

function fail(error: unknown): void {
  usePreview.setState({ isBusy: false, failure: { error } });
}

function failureOfSave(): unknown {
  const { save } = useBuilder.getState();
  return save.kind === 'failed' ? save.error : new Error('The draft is not saved.');
}
