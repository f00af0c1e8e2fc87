import { z } from 'zod';
import { channel } from './channel';
import { TableName } from './tables';
import { Id, InstantMs, Language, Nothing } from './values';

export const MAX_ANSWER_LENGTH = 10_000;

/** What the participant is asked for; an answer has the prompt's kind. */
export const Prompt = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    options: z.array(z.object({ id: Id, label: z.string() })),
  }),
  z.object({
    kind: z.literal('text'),
    format: z.enum(['email']),
    placeholder: z.string(),
    /** Terms to tick before sending. */
    terms: z.string().optional(),
  }),
  z.object({ kind: z.literal('confirm'), label: z.string(), terms: z.string() }),
  z.object({ kind: z.literal('link'), label: z.string(), url: z.string() }),
]);
export type Prompt = z.infer<typeof Prompt>;

export const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), option: Id }),
  z.object({
    kind: z.literal('text'),
    text: z.string().max(MAX_ANSWER_LENGTH),
    acceptedTerms: z.boolean(),
  }),
  z.object({ kind: z.literal('confirm'), acceptedTerms: z.boolean() }),
]);
export type Answer = z.infer<typeof Answer>;

/** One line of the data trail: a row that was written, or why it was not. */
export const TrailEntry = z.discriminatedUnion('stored', [
  z.object({ stored: z.literal(true), table: TableName, moduleId: Id, expiresAt: InstantMs }),
  z.object({
    stored: z.literal(false),
    table: TableName,
    moduleId: Id,
    reason: z.enum(['workspace_off', 'table_off', 'module_off']),
  }),
]);
export type TrailEntry = z.infer<typeof TrailEntry>;

export const ChatTurn = z.object({
  sessionId: Id,
  /** Light markdown. `moduleId` is the module that speaks. */
  messages: z.array(z.object({ moduleId: Id, text: z.string() })),
  prompt: Prompt.nullable(),
  /** The module that waits for the answer. */
  waitingModuleId: Id.nullable(),
  /** Nothing more will come: the experience has ended. */
  ended: z.boolean(),
  trail: z.array(TrailEntry),
});
export type ChatTurn = z.infer<typeof ChatTurn>;

const PLAYERS = ['editor'] as const;

export const chatChannels = {
  /** Plays the draft as saved. `replaces` forgets the session that the preview showed before. */
  'chat.start': channel({
    access: PLAYERS,
    input: z.object({ experienceId: Id, language: Language, replaces: Id.optional() }),
    output: ChatTurn,
  }),
  'chat.answer': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id, answer: Answer }),
    output: ChatTurn,
  }),
  /** Opens the address of the link that waits (main knows it, the caller does not say it). */
  'chat.openLink': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id }),
    output: ChatTurn,
  }),
  'chat.forget': channel({
    access: PLAYERS,
    input: z.object({ sessionId: Id }),
    output: Nothing,
  }),
};
