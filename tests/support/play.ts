import { randomUUID } from 'node:crypto';
import type { EffectStore } from '../../main/chat/engine/ports';
import { moduleOf } from '../../main/chat/modules';
import { type SessionPorts, Sessions } from '../../main/chat/sessions/sessions';
import { createEffectStore } from '../../main/chat/writing/effect-store';
import type { ChatTurn, Graph } from '../../preload/contract';
import { confirmed, picked, typed } from './chat';
import { lessonGraph } from './graphs';
import { NOW_MS } from './now';
import { openAgain, type TestStore } from './store';
import { wordsOf } from './words';

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

/** Many sessions at the same time, on two connections to one database; what each said in the end. */
export async function playAtOnce(
  test: TestStore,
  count: number,
  play: (sessions: Sessions, index: number) => Promise<ChatTurn>,
  changes: Partial<SessionPorts> = {},
): Promise<string[][]> {
  const other = { store: openAgain(test) };
  const both = [sessionsOn(test, changes), sessionsOn(other, changes)] as const;
  const turns = await Promise.all(
    Array.from({ length: count }, (_, index) => play(index % 2 ? both[1] : both[0], index)),
  );
  return turns.map(saidIn);
}

export const saidIn = ({ messages }: ChatTurn): string[] =>
  messages.map(({ message }) => wordsOf(message));
