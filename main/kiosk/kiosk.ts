import { type Answer, AppError, type ChatTurn, type KioskSetup } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Sessions } from '../chat/sessions';
import type { Store } from '../store/database';
import { type Published, readPublished } from './published';

export interface KioskPorts {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly nowMs: () => number;
  readonly actor: () => Actor;
}

/** Plays published versions to participants, one after the other. */
export class Kiosk {
  readonly #ports: KioskPorts;
  #sessionId: string | null = null;

  constructor(ports: KioskPorts) {
    this.#ports = ports;
  }

  /** Of what participants can play; null when nothing of it is published. */
  async nameOf({ experienceId }: KioskSetup): Promise<string | null> {
    return (await readPublished(this.#ports.store, experienceId))?.name ?? null;
  }

  /** @throws AppError `kiosk.not_published`, `chat.not_playable` */
  async begin({ experienceId }: KioskSetup): Promise<ChatTurn> {
    this.reset();
    const { name, graph, library } = await this.#published(experienceId);
    const played = { experienceId, experienceName: name, graph, library };
    const turn = await this.#ports.sessions.start({ ...played, channel: 'kiosk' });
    // Two starts at the same time leave one session.
    this.reset();
    this.#sessionId = turn.sessionId;
    return forParticipant(turn);
  }

  async answer(answer: Answer): Promise<ChatTurn> {
    return forParticipant(await this.#ports.sessions.answer(this.#session(), answer));
  }

  async openLink(): Promise<ChatTurn> {
    return forParticipant(await this.#ports.sessions.openLink(this.#session()));
  }

  async idle(): Promise<ChatTurn> {
    return forParticipant(await this.#ports.sessions.idle(this.#session()));
  }

  reset(): void {
    if (this.#sessionId !== null) this.#ports.sessions.forget(this.#sessionId);
    this.#sessionId = null;
  }

  /** @throws AppError `kiosk.not_published` */
  async recordStart({ experienceId }: KioskSetup): Promise<void> {
    const { name: experience, number } = await this.#published(experienceId);
    await this.#record('kiosk.started', { experience, number });
  }

  recordEnd(): Promise<void> {
    return this.#record('kiosk.ended', {});
  }

  #session(): string {
    if (this.#sessionId === null) throw new AppError('chat.session_not_found');
    return this.#sessionId;
  }

  async #published(experienceId: string): Promise<Published> {
    const published = await readPublished(this.#ports.store, experienceId);
    if (!published) throw new AppError('kiosk.not_published');
    return published;
  }

  async #record(
    action: 'kiosk.started' | 'kiosk.ended',
    details: Record<string, string | number>,
  ): Promise<void> {
    const { store, actor, nowMs } = this.#ports;
    await store
      .transaction()
      .execute((transaction) => recordAudit(transaction, actor(), nowMs(), action, details));
  }
}

/** Participants need not see what is stored and known: their window has only what it shows. */
function forParticipant(turn: ChatTurn): ChatTurn {
  return { ...turn, trail: [], variables: {} };
}
