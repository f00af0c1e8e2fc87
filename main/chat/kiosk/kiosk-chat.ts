import { AppError, type ChatTurn, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import { pinnedTexts } from '../legal/stored-texts';
import { type Sessions, sessions } from '../sessions/sessions';
import { setupOf } from './kiosk-screen';
import { mainLanguage } from './main-language';
import { requirePublished } from './published';

/** The session of the participant who stands at the kiosk: they come one after the other. */
export class KioskChat {
  readonly #sessions: Pick<Sessions, 'forget'>;
  #sessionId: string | null = null;

  constructor(running: Pick<Sessions, 'forget'>) {
    this.#sessions = running;
  }

  /** @throws AppError `chat.session_not_found` while nobody plays. */
  get sessionId(): string {
    if (this.#sessionId === null) throw new AppError('chat.session_not_found');
    return this.#sessionId;
  }

  get isPlaying(): boolean {
    return this.#sessionId !== null;
  }

  /** Two starts at the same time leave one session. */
  begin(sessionId: string): void {
    this.reset();
    this.#sessionId = sessionId;
  }

  reset(): void {
    if (this.#sessionId !== null) this.#sessions.forget(this.#sessionId);
    this.#sessionId = null;
  }
}

export const kioskChat = part('chat of the kiosk', ({ the }) => new KioskChat(the(sessions)));

/** @throws AppError `kiosk.not_published`, `chat.not_playable` */
export async function beginChat(
  context: Pick<Context, 'store' | 'the'>,
  { language: chosen }: ParsedInput<'kiosk.begin'>,
): Promise<ChatTurn> {
  const { store, the } = context;
  const setup = setupOf(context);
  const { experienceId } = setup;
  the(kioskChat).reset();
  const { name: experienceName, graph, library } = await requirePublished(store, experienceId);
  const language = chosen ?? mainLanguage(graph, setup);
  const legal = await pinnedTexts(store, [graph, ...library.values()]);
  const played = { experienceId, experienceName, graph, library, legal, language };
  const turn = await the(sessions).start({ ...played, channel: 'kiosk' });
  the(kioskChat).begin(turn.sessionId);
  return forParticipant(turn);
}

/** Goes on with the chat of whoever stands there. @throws AppError `chat.session_not_found` */
export async function goOn(
  { the }: Pick<Context, 'the'>,
  play: (running: Sessions, sessionId: string) => Promise<ChatTurn>,
): Promise<ChatTurn> {
  return forParticipant(await play(the(sessions), the(kioskChat).sessionId));
}

/** Participants need not see what is stored and known: their window has only what it shows. */
function forParticipant(turn: ChatTurn): ChatTurn {
  return { ...turn, trail: [], variables: {} };
}
