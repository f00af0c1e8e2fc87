import { z } from 'zod';
import { Appearance, KioskLook } from './appearance';
import { channel } from './channel';
import { Answer, AskedQuestion, ChatTurn } from './chat';
import { ChatLanguage, ChatLanguages } from './languages';
import { TableName } from './tables';
import { UserName } from './users';
import { Id, InstantMs, Language, Nothing } from './values';
import { Passphrase } from './workspace';

export const SHORTEST_KIOSK_IDLE_SECONDS = 15;
export const SHORTEST_KIOSK_CLEAR_SECONDS = 2;

/** What stands on a kiosk, and how. */
export const KioskSetup = z.object({
  experienceId: Id,
  /** Of what the kiosk itself says; the experience speaks for itself. */
  language: Language,
  /** Without input for so long, a participant is gone and the kiosk starts anew. */
  idleSeconds: z.number().int().min(SHORTEST_KIOSK_IDLE_SECONDS).max(3_600),
  /** How long the end of a chat stays on the screen before the kiosk is ready for the next one. */
  clearSeconds: z.number().int().min(SHORTEST_KIOSK_CLEAR_SECONDS).max(60).default(5),
  /** Whether the kiosk has a keyboard of its own on the screen. */
  hasKeyboard: z.boolean().default(false),
});
export type KioskSetup = z.infer<typeof KioskSetup>;

/**
 * What a kiosk's window is told, in the language that it asks for. It names nobody: participants stand
 * before it.
 */
export const KioskView = KioskSetup.extend({
  /** Null when nothing of it is published any more. */
  experienceName: z.string().nullable(),
  appearance: Appearance,
  look: KioskLook,
  languages: ChatLanguages,
});
export type KioskView = z.infer<typeof KioskView>;

/** What is published, and can be put on a kiosk. */
export const KioskOffer = z.object({
  experienceId: Id,
  name: z.string(),
  /** Of the version. */
  number: z.number().int(),
  publishedAt: InstantMs,
  /** The draft has moved on; a kiosk does not show that. */
  draftDiffers: z.boolean(),
  appearance: Appearance,
  look: KioskLook,
  /** Null: the experience is in one language and does not say in which. */
  languages: ChatLanguages.nullable(),
  /** What its own modules store under the present policy, for how many days at most. */
  stores: z.array(z.object({ table: TableName, days: z.number().int() })),
  /** Which a kiosk does not take. */
  asksForFiles: z.boolean(),
});
export type KioskOffer = z.infer<typeof KioskOffer>;

/** The main language of the experience unless given. */
const InLanguage = z.object({ language: ChatLanguage.optional() });

const KioskQuestion = z.object({ question: AskedQuestion }).optional();

/**
 * Those with access `kiosk` are all that a kiosk's window can ask for. They name no session: main
 * knows the one of the participant who stands there.
 */
export const kioskChannels = {
  'kiosk.offers': channel({ access: ['editor'], input: Nothing, output: z.array(KioskOffer) }),
  /** Refused with `kiosk.not_published` when participants have nothing to play. */
  'kiosk.start': channel({ access: ['editor'], input: KioskSetup, output: Nothing }),
  /** Whether the next unlocking returns to a kiosk, because the application ended during one. */
  'kiosk.isPending': channel({ access: 'anyone', input: Nothing, output: z.boolean() }),
  'kiosk.view': channel({ access: 'kiosk', input: InLanguage, output: KioskView }),
  /** A new participant plays the published version. */
  'kiosk.begin': channel({
    access: 'kiosk',
    input: InLanguage,
    output: ChatTurn,
  }),
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
  /** As `chat.setLanguage`, in the chat of whoever stands there. */
  'kiosk.setLanguage': channel({
    access: 'kiosk',
    input: z.object({ language: ChatLanguage }),
    output: ChatTurn,
  }),
  /** Forgets the participant's session; what was stored stays. */
  'kiosk.reset': channel({ access: 'kiosk', input: Nothing, output: Nothing }),
  /**
   * Ends the kiosk and goes on as the user of this name, or as the one who has started it. Refused with
   * `workspace.wrong_passphrase`, for a name that nobody has as well, and with
   * `workspace.too_many_attempts`, whoever was named.
   */
  'kiosk.leave': channel({
    access: 'kiosk',
    input: z.object({ name: UserName.optional(), passphrase: Passphrase }),
    output: Nothing,
  }),
};
