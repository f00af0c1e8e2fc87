import { z } from 'zod';
import { channel } from './channel';
import { addMonths, IsoDay } from './iso-days';
import { Days, Id, InstantMs, Language, Nothing } from './values';

/** What people ask for: Art. 15 and Art. 17 GDPR. */
export const REQUEST_KINDS = ['access', 'erasure'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;

/** On which way a request came. */
export const REQUEST_WAYS = ['letter', 'email', 'in_person', 'phone', 'other'] as const;
export const RequestWay = z.enum(REQUEST_WAYS);
export type RequestWay = z.infer<typeof RequestWay>;

/** Open: `received` and `identified`. */
export const RequestState = z.enum(['received', 'identified', 'answered', 'refused', 'withdrawn']);
export type RequestState = z.infer<typeof RequestState>;

/** By what somebody was recognised (Art. 12 (6) GDPR). */
export const IDENTITY_PROOFS = [
  'known_address',
  'asked_back',
  'document',
  'signed_in',
  'other',
] as const;
export const IdentityProof = z.enum(IDENTITY_PROOFS);
export type IdentityProof = z.infer<typeof IdentityProof>;

/** The two that Art. 12 (3) GDPR knows. */
export const EXTENSION_REASONS = ['complex', 'many'] as const;
export const ExtensionReason = z.enum(EXTENSION_REASONS);
export type ExtensionReason = z.infer<typeof ExtensionReason>;

/** Why a request may be refused, each with the requests for which the law has it. */
const GROUNDS = {
  /** Art. 12 (2) and (6). */
  not_identified: REQUEST_KINDS,
  /** Art. 12 (5) (b). */
  unfounded: REQUEST_KINDS,
  excessive: REQUEST_KINDS,
  /** Art. 15 (4). */
  rights_of_others: ['access'],
  /** Art. 17 (3) (b). */
  legal_duty: ['erasure'],
  /** Art. 17 (3) (e). */
  legal_claims: ['erasure'],
  other: REQUEST_KINDS,
} as const satisfies Record<string, readonly RequestKind[]>;
export const RefusalGround = z.enum(Object.keys(GROUNDS) as [keyof typeof GROUNDS]);
export type RefusalGround = z.infer<typeof RefusalGround>;

export function groundsFor(kind: RequestKind): RefusalGround[] {
  return RefusalGround.options.filter((ground) =>
    (GROUNDS[ground] as readonly RequestKind[]).includes(kind),
  );
}

/** What a person who asks for access gets: a PDF with the tables in it, or a zip with both. */
export const ANSWER_FORMATS = ['pdf', 'zip'] as const;
export const AnswerFormat = z.enum(ANSWER_FORMATS);
export type AnswerFormat = z.infer<typeof AnswerFormat>;

/** Refused with `free_text.personal` where it seems to hold an address or a phone number. */
const Note = z.string().trim().max(500).default('');

/** What was done about a request. */
export const RequestStep = z.discriminatedUnion('what', [
  z.object({ what: z.literal('received'), way: RequestWay }),
  z.object({ what: z.literal('taken_over') }),
  z.object({ what: z.literal('identified'), how: IdentityProof, note: Note }),
  z.object({
    what: z.literal('extended'),
    reason: ExtensionReason,
    until: IsoDay,
    note: Note,
  }),
  /** An answer was saved; `export` is its entry in the register of exports. */
  z.object({
    what: z.literal('file_made'),
    format: AnswerFormat,
    export: Id,
    rows: z.number().int(),
    sha256: z.string(),
  }),
  z.object({ what: z.literal('handed_over'), note: Note }),
  /** With the reference of the certificate, and its number in the audit log. */
  z.object({
    what: z.literal('erased'),
    reference: Id,
    entry: z.number().int(),
    rows: z.number().int(),
    held: z.number().int(),
  }),
  z.object({ what: z.literal('nothing_stored'), note: Note }),
  /** The data went before it could be given or erased: by the person, or on another request. */
  z.object({ what: z.literal('erased_meanwhile'), note: Note }),
  z.object({ what: z.literal('refused'), ground: RefusalGround, note: Note }),
  z.object({ what: z.literal('withdrawn'), note: Note }),
  /** What the person's erasure has taken from the request: address and notes. */
  z.object({ what: z.literal('address_erased') }),
  /** Somebody with this address has erased what a chat had stored of it, while the request was open. */
  z.object({ what: z.literal('erased_in_chat') }),
]);
export type RequestStep = z.infer<typeof RequestStep>;

export const LoggedStep = z.object({
  at: InstantMs,
  /** The acting user; `system` for what happens by itself. */
  user: z.string(),
  step: RequestStep,
});
export type LoggedStep = z.infer<typeof LoggedStep>;

export const RequestSummary = z.object({
  id: Id,
  /** For people; it says nothing of the person. */
  reference: Id,
  kind: RequestKind,
  /** As it was entered, or masked; null once the person is erased. */
  email: z.string().nullable(),
  isMasked: z.boolean(),
  receivedOn: IsoDay,
  dueOn: IsoDay,
  isExtended: z.boolean(),
  state: RequestState,
  caretakerId: Id,
  caretaker: z.string(),
  closedAt: InstantMs.nullable(),
  /** From then on it does not exist, whatever it says. */
  expiresAt: InstantMs,
});
export type RequestSummary = z.infer<typeof RequestSummary>;

export const PersonRequest = RequestSummary.extend({
  note: z.string(),
  /** Oldest first. */
  steps: z.array(LoggedStep),
});
export type PersonRequest = z.infer<typeof PersonRequest>;

export const RequestSettings = z.object({
  /** How long a closed request is kept as proof; longer than any deadline. */
  days: Days.min(365).max(3_650),
});
export type RequestSettings = z.infer<typeof RequestSettings>;

export function isOpen({ state }: Pick<RequestSummary, 'state'>): boolean {
  return state === 'received' || state === 'identified';
}

/** One month (Art. 12 (3) GDPR); a weekend at its end does not make it longer. */
export function firstDeadline(receivedOn: IsoDay): IsoDay {
  return addMonths(receivedOn, 1);
}

/**
 * Two further months at most. Counted from the first deadline, they never end later than three months
 * from receipt do.
 */
export function lastDeadline(receivedOn: IsoDay): IsoDay {
  return addMonths(firstDeadline(receivedOn), 2);
}

/** What came before that was answered long ago, or its year is mistyped. */
export function oldestReceipt(today: IsoDay): IsoDay {
  return addMonths(today, -120);
}

/** How a request ends that neither a file nor an erasure has answered. */
export const RequestEnd = z.discriminatedUnion('what', [
  z.object({ what: z.literal('handed_over'), note: Note }),
  z.object({ what: z.literal('nothing_stored'), note: Note }),
  z.object({ what: z.literal('erased_meanwhile'), note: Note }),
  z.object({ what: z.literal('refused'), ground: RefusalGround, note: Note }),
  z.object({ what: z.literal('withdrawn'), note: Note }),
]);
export type RequestEnd = z.infer<typeof RequestEnd>;

const READERS = ['viewer', 'steward'] as const;
const STEWARDS = ['steward'] as const;
const ById = z.object({ id: Id });

/** Whoever sees values masked sees the addresses so. */
export const requestChannels = {
  /** Newest first. */
  'requests.list': channel({
    access: READERS,
    input: Nothing,
    output: z.array(RequestSummary),
  }),
  'requests.get': channel({ access: READERS, input: ById, output: PersonRequest }),
  /** Refused with `request.not_an_address`, `request.in_future`, `request.too_old`, `free_text.personal`. */
  'requests.enter': channel({
    access: STEWARDS,
    input: z.object({
      kind: RequestKind,
      /** In any spelling. */
      email: z.string().trim().min(1).max(1_000),
      receivedOn: IsoDay,
      way: RequestWay,
      note: Note,
    }),
    output: PersonRequest,
  }),
  /** The caller looks after it from now on. */
  'requests.takeOver': channel({ access: STEWARDS, input: ById, output: PersonRequest }),
  'requests.identify': channel({
    access: STEWARDS,
    input: ById.extend({ how: IdentityProof, note: Note }),
    output: PersonRequest,
  }),
  /**
   * Once, and before the first deadline is over, since the person has to be told by then: refused with
   * `request.extended_already`, `request.extension_late`, `request.extension_too_long`.
   */
  'requests.extend': channel({
    access: STEWARDS,
    input: ById.extend({ reason: ExtensionReason, until: IsoDay, note: Note }),
    output: PersonRequest,
  }),
  /**
   * Refused with `request.identity_unchecked` where something is answered, with `request.no_file` where no
   * answer was saved that could be handed over, with `request.something_stored`.
   */
  'requests.close': channel({
    access: STEWARDS,
    input: ById.extend({ end: RequestEnd }),
    output: PersonRequest,
  }),
  'requests.settings': channel({ access: READERS, input: Nothing, output: RequestSettings }),
  'requests.setSettings': channel({
    access: [],
    input: RequestSettings,
    output: RequestSettings,
  }),
  /** Puts the text into the clipboard that tells a person how to open their file. */
  'requests.copyInstructions': channel({
    access: STEWARDS,
    input: z.object({ format: AnswerFormat, language: Language }),
    output: Nothing,
  }),
};
