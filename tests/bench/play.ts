import { randomUUID } from 'node:crypto';
import { moduleOf } from '../../main/chat/modules';
import { type SessionPorts, Sessions } from '../../main/chat/sessions/sessions';
import { createEffectStore } from '../../main/chat/writing/effect-store';
import type { Store } from '../../main/foundation/store/database';
import type { Graph } from '../../preload/contract';
import { picked } from '../support/chat';

export function chatOn(store: Store, changes: Partial<SessionPorts> = {}): Sessions {
  return new Sessions({
    store: createEffectStore(store),
    registry: moduleOf,
    nowMs: Date.now,
    timeZone: () => 'Europe/Berlin',
    newId: randomUUID,
    random: Math.random,
    openLink: async () => undefined,
    ...changes,
  });
}

/** Plays the lesson until it asks for the address. */
export async function toTheAddress(sessions: Sessions, graph: Graph): Promise<string> {
  const { sessionId } = await sessions.start({
    experienceId: 'hello',
    experienceName: 'Hello World',
    graph,
    channel: 'preview',
  });
  await sessions.answer(sessionId, picked('red'));
  await sessions.openLink(sessionId);
  return sessionId;
}
