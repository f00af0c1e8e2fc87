import { randomUUID } from 'node:crypto';
import type { EffectStore } from '../../main/chat/ports';
import { type SessionPorts, Sessions } from '../../main/chat/sessions';
import { moduleOf } from '../../main/modules';
import { createEffectStore } from '../../main/retention/effect-store';
import type { ChatTurn, Graph } from '../../preload/contract';
import { confirmed, picked, typed, wordsOf } from './chat';
import { lessonGraph } from './graphs';
import { NOW_MS } from './now';
import type { TestStore } from './store';

export function sessionsOn(
  { store }: Pick<TestStore, 'store'>,
  changes: Partial<SessionPorts> & { store?: EffectStore } = {},
): Sessions {
  return new Sessions({
    store: createEffectStore(store),
    registry: moduleOf,
    nowMs: () => NOW_MS,
    timeZone: () => 'Europe/Berlin',
    newId: randomUUID,
    random: Math.random,
    openLink: async () => undefined,
    ...changes,
  });
}

export const startChat = (sessions: Sessions, graph: Graph = lessonGraph()): Promise<ChatTurn> =>
  sessions.start({
    experienceId: 'hello',
    experienceName: 'Hello World',
    graph,
    channel: 'preview',
  });

/** Plays the lesson up to its last turn: red pill, link, address, terms of both. */
export async function takePart(sessions: Sessions, email: string): Promise<ChatTurn> {
  const { sessionId } = await startChat(sessions);
  await sessions.answer(sessionId, picked('red'));
  await sessions.openLink(sessionId);
  await sessions.answer(sessionId, typed(email, true));
  return sessions.answer(sessionId, confirmed());
}

export const saidIn = ({ messages }: ChatTurn): string[] =>
  messages.map(({ message }) => wordsOf(message));
