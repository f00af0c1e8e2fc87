import { z } from 'zod';
import { channel } from './channel';
import { Answer, AskedQuestion, ChatTurn } from './chat';
import { Id, Language, Nothing } from './values';
import { Passphrase } from './workspace';

export const SHORTEST_KIOSK_IDLE_SECONDS = 15;

/** What stands on a kiosk, and how. */
export const KioskSetup = z.object({
  experienceId: Id,
  /** Of what the kiosk itself says; the experience speaks for itself. */
  language: Language,
  /** Without input for so long, a participant is gone and the kiosk starts anew. */
  idleSeconds: z.number().int().min(SHORTEST_KIOSK_IDLE_SECONDS).max(3_600),
});
export type KioskSetup = z.infer<typeof KioskSetup>;

export const KioskView = KioskSetup.extend({
  /** Null when nothing of it is published any more. */
  experienceName: z.string().nullable(),
  /** Who can end the kiosk, by passphrase. */
  users: z.array(z.object({ id: Id, name: z.string() })),
});
export type KioskView = z.infer<typeof KioskView>;

const KioskQuestion = z.object({ question: AskedQuestion }).optional();

/**
 * Those with access `kiosk` are all that a kiosk's window can ask for. They name no session: main
 * knows the one of the participant who stands there.
 */
export const kioskChannels = {
  /** Refused with `kiosk.not_published` when participants have nothing to play. */
  'kiosk.start': channel({ access: ['editor'], input: KioskSetup, output: Nothing }),
  /** Whether the next unlocking returns to a kiosk, because the application ended during one. */
  'kiosk.isPending': channel({ access: 'anyone', input: Nothing, output: z.boolean() }),
  'kiosk.view': channel({ access: 'kiosk', input: Nothing, output: KioskView }),
  /** A new participant plays the published version. */
  'kiosk.begin': channel({ access: 'kiosk', input: Nothing, output: ChatTurn }),
  'kiosk.answer': channel({
    access: 'kiosk',
    input: z.object({ question: AskedQuestion, answer: Answer }),
    output: ChatTurn,
  }),
  /** Goes on as if the link had been opened: a kiosk has no browser. */
  'kiosk.openLink': channel({ access: 'kiosk', input: KioskQuestion, output: ChatTurn }),
  'kiosk.idle': channel({ access: 'kiosk', input: KioskQuestion, output: ChatTurn }),
  /** As `chat.back`, in the chat of whoever stands there. */
  'kiosk.back': channel({ access: 'kiosk', input: z.object({ question: Id }), output: ChatTurn }),
  /** Forgets the participant's session; what was stored stays. */
  'kiosk.reset': channel({ access: 'kiosk', input: Nothing, output: Nothing }),
  /** Ends the kiosk and goes on as this user. Refused with `workspace.wrong_passphrase`. */
  'kiosk.leave': channel({
    access: 'kiosk',
    input: z.object({ userId: Id, passphrase: Passphrase }),
    output: Nothing,
  }),
};
