import { z } from 'zod';
import { channel } from './channel';
import { ChatLanguage } from './languages';
import { LegalOffer } from './legal';
import { TableName } from './tables';
import { Id, InstantMs, Nothing } from './values';

export const MAX_ANSWER_LENGTH = 10_000;
/** What a participant can upload at most, in bytes; a module can only ask for less. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Of the picture of a signature; one that fills its field with strokes has a tenth of it. */
export const MAX_SIGNATURE_BYTES = 1024 * 1024;

const Option = z.object({
  id: Id,
  label: z.string(),
  /** Shown under the label, where options are cards. */
  text: z.string().optional(),
  /** A `Picture`, and what it shows, for those who do not see it. */
  image: z.string().optional(),
  alt: z.string().optional(),
  /** Words of the button that chooses it, where options are cards. */
  button: z.string().optional(),
  /** Only to be looked at, where options are cards. */
  isPicture: z.boolean().optional(),
  /** Shown, but cannot be chosen. */
  disabled: z.boolean().optional(),
  /** Chosen, it asks for words of the participant's own, which are the answer's `text`. */
  takesText: z.boolean().optional(),
  /** Nothing else can be chosen with it. */
  excludesOthers: z.boolean().optional(),
});

const ListEntry = z.object({ id: Id, label: z.string() });

/** How a text is typed, for its keyboard and its hints; the module checks what came. */
export const TextFormat = z.enum([
  'text',
  'longText',
  'email',
  'tel',
  'number',
  'date',
  'code',
  'time',
  'url',
  'iban',
]);
export type TextFormat = z.infer<typeof TextFormat>;

/** What every prompt may have beside what it asks for. */
const promptBase = {
  /** Why this is asked. */
  why: z.string().optional(),
  /** Label of the way past the question; its answer is `skip`. */
  skip: z.string().optional(),
  /** Label of "I do not know"; its answer is `dontKnow`. */
  dontKnow: z.string().optional(),
  /** Without an answer for so long, the chat goes on by itself. */
  idleAfterMs: z.number().int().positive().optional(),
  /** Which of how many questions this is. */
  progress: z.object({ step: z.number().int(), of: z.number().int() }).optional(),
};

/** The legal text that the terms are, to be opened before it is accepted. */
const TermsText = z.object({ id: Id, title: z.string() });

const FormLayouts = z.object({
  field: Id,
  forms: z.array(
    z.array(
      z.object({
        id: Id,
        required: z.boolean(),
        /** Instead of the field's own. */
        label: z.string().optional(),
        options: z.array(ListEntry).optional(),
      }),
    ),
  ),
  /** Which of the forms each choice has. */
  byChoice: z.record(Id, z.number().int()),
});

/** What the participant is asked for; an answer has the prompt's kind. */
export const Prompt = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    ...promptBase,
    look: z.enum(['replies', 'cards', 'dropdown']).optional(),
    options: z.array(Option),
  }),
  /** Any number of options from `min` to `max`; one that excludes others is enough. */
  z.object({
    kind: z.literal('choices'),
    ...promptBase,
    look: z.enum(['list', 'cards']).optional(),
    options: z.array(Option),
    min: z.number().int(),
    max: z.number().int(),
  }),
  z.object({
    kind: z.literal('text'),
    ...promptBase,
    format: TextFormat,
    placeholder: z.string(),
    /** What the input starts with. */
    initial: z.string().optional(),
    /** Value of the HTML attribute `autocomplete`. */
    autocomplete: z.string().optional(),
    /** Of a date: the first and the last day that is taken, as ISO 8601 writes them. */
    earliest: z.string().optional(),
    latest: z.string().optional(),
    /** Terms to tick before sending. */
    terms: z.string().optional(),
    termsText: TermsText.optional(),
    /** Whether it is asked once more because they were not ticked. */
    isUnticked: z.boolean().optional(),
  }),
  /** Several short texts that belong together, such as an address; keyed by field. */
  z.object({
    kind: z.literal('form'),
    ...promptBase,
    fields: z.array(
      z.object({
        id: Id,
        label: z.string(),
        format: TextFormat,
        required: z.boolean(),
        autocomplete: z.string().optional(),
        initial: z.string().optional(),
        /** Where set, one of these. */
        options: z.array(ListEntry).optional(),
      }),
    ),
    /** Which other fields there are, in which order, by what is chosen in `field`. */
    layouts: FormLayouts.optional(),
  }),
  z.object({
    kind: z.literal('scale'),
    ...promptBase,
    look: z.enum(['numbers', 'stars']),
    min: z.number().int(),
    max: z.number().int(),
    minLabel: z.string(),
    maxLabel: z.string(),
  }),
  /** A number from `min` to `max` in steps; nothing is chosen before it is moved. */
  z.object({
    kind: z.literal('slider'),
    ...promptBase,
    min: z.number(),
    max: z.number(),
    step: z.number(),
    unit: z.string(),
    minLabel: z.string(),
    maxLabel: z.string(),
    initial: z.number().optional(),
  }),
  /** The first `top` of the options in an order, the best first. */
  z.object({
    kind: z.literal('ranking'),
    ...promptBase,
    options: z.array(ListEntry),
    top: z.number().int(),
  }),
  /** One column for each row. */
  z.object({
    kind: z.literal('matrix'),
    ...promptBase,
    rows: z.array(ListEntry),
    columns: z.array(ListEntry),
  }),
  z.object({
    kind: z.literal('file'),
    ...promptBase,
    label: z.string(),
    /** MIME types. */
    accept: z.array(z.string()),
    /** Endings of names, without the dot: systems do not know the MIME types of all of them. */
    endings: z.array(z.string()),
    maxBytes: z.number().int(),
  }),
  /** A signature: drawn where `draws`, or initials. */
  z.object({ kind: z.literal('signature'), ...promptBase, draws: z.boolean() }),
  /** A box to tick, with the words that are agreed to. */
  z.object({
    kind: z.literal('consent'),
    ...promptBase,
    text: z.string(),
    /** Label of the button that sends. */
    label: z.string(),
    mandatory: z.boolean(),
  }),
  z.object({
    kind: z.literal('confirm'),
    ...promptBase,
    label: z.string(),
    terms: z.string(),
    termsText: TermsText.optional(),
    /** Whether it is asked once more because they were not ticked. */
    isUnticked: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('link'), ...promptBase, label: z.string(), url: z.string() }),
]);
export type Prompt = z.infer<typeof Prompt>;

const ShortAnswer = z.string().max(MAX_ANSWER_LENGTH);

export const Answer = z.discriminatedUnion('kind', [
  /** `text` beside an option that asks for one. */
  z.object({ kind: z.literal('choice'), option: Id, text: ShortAnswer.optional() }),
  z.object({
    kind: z.literal('choices'),
    options: z.array(Id).max(200),
    text: ShortAnswer.optional(),
  }),
  z.object({ kind: z.literal('text'), text: ShortAnswer, acceptedTerms: z.boolean() }),
  z.object({ kind: z.literal('form'), values: z.record(Id, ShortAnswer) }),
  z.object({ kind: z.literal('scale'), value: z.number().int() }),
  z.object({ kind: z.literal('slider'), value: z.number() }),
  z.object({ kind: z.literal('ranking'), options: z.array(Id).max(200) }),
  z.object({ kind: z.literal('matrix'), cells: z.record(Id, Id) }),
  z.object({
    kind: z.literal('file'),
    name: z.string().max(1_000),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES),
  }),
  /** A PNG that the page has drawn, or initials that were typed. */
  z.discriminatedUnion('by', [
    z.object({
      kind: z.literal('signature'),
      by: z.literal('drawing'),
      png: z.instanceof(Uint8Array).refine((png) => png.byteLength <= MAX_SIGNATURE_BYTES),
    }),
    z.object({ kind: z.literal('signature'), by: z.literal('initials'), text: ShortAnswer }),
  ]),
  z.object({ kind: z.literal('consent'), given: z.boolean() }),
  z.object({ kind: z.literal('confirm'), acceptedTerms: z.boolean() }),
  z.object({ kind: z.literal('skip') }),
  z.object({ kind: z.literal('dontKnow') }),
]);
export type Answer = z.infer<typeof Answer>;

const messageBase = {
  /** How long the chat seems to type before it shows this, in ms. */
  delayMs: z.number().int().nonnegative().optional(),
};

const MessageCard = z.object({
  id: Id,
  /** A `Picture`, or empty, and what it shows. */
  image: z.string(),
  alt: z.string(),
  title: z.string(),
  /** Light markdown. */
  text: z.string(),
  /** An address by https, or empty, and the words to show for it. */
  link: z.string(),
  linkLabel: z.string(),
});

/** What the chat says. */
export const ChatMessage = z.discriminatedUnion('kind', [
  /** Light markdown. */
  z.object({ kind: z.literal('text'), ...messageBase, text: z.string() }),
  /** `image` is a `Picture`. */
  z.object({ kind: z.literal('image'), ...messageBase, image: z.string(), alt: z.string() }),
  /** `sound` and `video` are assets; `transcript` says what is in them, or is empty. */
  z.object({
    kind: z.literal('sound'),
    ...messageBase,
    sound: z.string(),
    title: z.string(),
    transcript: z.string(),
  }),
  z.object({
    kind: z.literal('video'),
    ...messageBase,
    video: z.string(),
    title: z.string(),
    transcript: z.string(),
  }),
  /** Side by side, to be looked at. */
  z.object({ kind: z.literal('cards'), ...messageBase, cards: z.array(MessageCard) }),
  /** A text with a button that copies it. */
  z.object({ kind: z.literal('copy'), ...messageBase, text: z.string(), label: z.string() }),
  /** A text for a scanner; `symbology` as bwip-js names it. */
  z.object({
    kind: z.literal('code'),
    ...messageBase,
    text: z.string(),
    symbology: z.enum(['qrcode', 'code128', 'ean13']),
  }),
  /** Nothing, for `delayMs`. `skip` is the label of a way to go on at once; empty is none. */
  z.object({
    kind: z.literal('pause'),
    delayMs: z.number().int().nonnegative(),
    showsTyping: z.boolean(),
    skip: z.string(),
  }),
]);
export type ChatMessage = z.infer<typeof ChatMessage>;
/** What a scanner reads. */
export type Symbology = Extract<ChatMessage, { kind: 'code' }>['symbology'];

/** One line of the data trail: a row that was written, or why it was not. */
export const TrailEntry = z.discriminatedUnion('stored', [
  z.object({
    stored: z.literal(true),
    table: TableName,
    moduleId: Id,
    expiresAt: InstantMs,
    /** In short, by column. */
    values: z.record(z.string(), z.string()),
  }),
  z.object({
    stored: z.literal(false),
    table: TableName,
    moduleId: Id,
    reason: z.enum(['workspace_off', 'table_off', 'module_off']),
  }),
  /** What became of a row when the participant went back. */
  z.object({
    stored: z.literal('withdrawn'),
    table: TableName,
    moduleId: Id,
    /** `restored` has the value again that it had before, `held` is kept by a legal hold. */
    reason: z.enum(['withdrawn', 'restored', 'held']),
    values: z.record(z.string(), z.string()),
  }),
]);
export type TrailEntry = z.infer<typeof TrailEntry>;

/** Something that happened and cannot be taken back; nobody can go back beyond it. */
export const Border = z.enum([
  'participation',
  'win',
  'consent',
  'code',
  'points',
  'deletion',
  'link',
]);
export type Border = z.infer<typeof Border>;

export const ChatTurn = z.object({
  sessionId: Id,
  /** In which the chat speaks; null where the experience does not say in which it does. */
  language: ChatLanguage.nullable(),
  /** All in which it could. */
  languages: z.array(ChatLanguage),
  /** `moduleId` is the module that speaks. */
  messages: z.array(z.object({ moduleId: Id, message: ChatMessage })),
  prompt: Prompt.nullable(),
  /** Names what is asked now, each time it is asked anew: an answer says what it answers. */
  question: Id.nullable(),
  /** How the participant has answered this before they went back. */
  earlier: Answer.nullable(),
  /** Questions that were answered and can be gone back to, the oldest first. */
  changeable: z.array(Id),
  /** Why it is not possible to go back further. */
  stays: Border.nullable(),
  /** The module that waits for the answer. */
  waitingModuleId: Id.nullable(),
  /** The same is asked again, as the answer was not taken: what was typed can be kept. */
  repeats: z.boolean(),
  /** Nothing more will come: the experience has ended. */
  ended: z.boolean(),
  /** It ended because the experience, or one that it leads into, is not offered any more. */
  unavailable: z.boolean(),
  /** It ended because what it says and keeps has become too much. */
  tooLong: z.boolean(),
  trail: z.array(TrailEntry),
  /** Legal texts that the chat offers all the time. */
  legal: LegalOffer.optional(),
  /** All variables as they are now. */
  variables: z.record(z.string(), z.string()),
});
export type ChatTurn = z.infer<typeof ChatTurn>;

/**
 * What is answered, as the turn named it: a second answer to the same is refused with
 * `chat.already_answered`. Left out, it is whatever is asked now.
 */
export const AskedQuestion = Id.optional();

const PLAYERS = ['editor'] as const;

/** Live rows that previews have written; a legal hold keeps `held` of them. */
export const PreviewRows = z.object({ rows: z.number().int(), held: z.number().int() });
export type PreviewRows = z.infer<typeof PreviewRows>;

export const chatChannels = {
  /** Plays the draft as saved. */
  'chat.start': channel({
    access: PLAYERS,
    input: z.object({
      experienceId: Id,
      /** In which to speak; one that the experience has, or the nearest. */
      language: ChatLanguage.optional(),
      /** Forgets the session that the preview showed before. */
      replaces: Id.optional(),
      /** Begins at this module instead of the first. */
      at: Id.optional(),
      /** What a returning participant brings along. */
      variables: z.record(z.string().max(64), ShortAnswer).optional(),
      /** The chat believes that it is this instant; rows are stored as of now all the same. */
      pretendedNowMs: InstantMs.optional(),
    }),
    output: ChatTurn,
  }),
  'chat.answer': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id, question: AskedQuestion, answer: Answer }),
    output: ChatTurn,
  }),
  /** Opens the address of the link that waits (main knows it, the caller does not say it). */
  'chat.openLink': channel({
    access: PLAYERS,
    input: z.object({
      sessionId: Id,
      question: AskedQuestion,
      /** The chat goes on as if the address had been opened, and no browser opens it. */
      pretends: z.boolean().optional(),
    }),
    output: ChatTurn,
  }),
  /**
   * Opens the address of a link in what the session has said or asks; any other is refused with
   * `chat.link_refused`.
   */
  'chat.openAddress': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id, address: z.string().max(2_000) }),
    output: Nothing,
  }),
  /** The participant has not answered for as long as the prompt allows. */
  'chat.idle': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id, question: AskedQuestion }),
    output: ChatTurn,
  }),
  /**
   * Asks an earlier question again and withdraws its answer and what came after. Refused with
   * `chat.cannot_go_back` unless the last turn named it as changeable.
   */
  'chat.back': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id, question: Id }),
    output: ChatTurn,
  }),
  /**
   * Goes on in another language of the experience, or the nearest: what is asked is asked again in it,
   * and what was said and stored stays. Refused with `chat.nothing_asked` when nothing is asked.
   */
  'chat.setLanguage': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id, language: ChatLanguage }),
    output: ChatTurn,
  }),
  /** Main writes the clipboard: the page may not. */
  'chat.copy': channel({
    access: PLAYERS,
    input: z.object({ text: ShortAnswer }),
    output: Nothing,
  }),
  'preview.rows': channel({ access: PLAYERS, input: Nothing, output: PreviewRows }),
  /**
   * Deletes what previews have written and used up. Refused with `data.count_changed` when there are
   * more rows than the user was shown.
   */
  'preview.deleteRows': channel({
    access: PLAYERS,
    input: z.object({ confirmedRows: z.number().int().nonnegative() }),
    output: z.object({ deleted: z.number().int(), held: z.number().int() }),
  }),
  'chat.forget': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id }),
    output: Nothing,
  }),
};
