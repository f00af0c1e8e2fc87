import { z } from 'zod';
import { Answer } from './chat';
import { ChatLanguage } from './languages';
import { Id } from './values';

/** An answer that can be kept as text: no file, no drawing. */
export const TestAnswer = Answer.refine(
  (answer) => answer.kind !== 'file' && !(answer.kind === 'signature' && answer.by === 'drawing'),
);
export type TestAnswer = z.infer<typeof TestAnswer>;

/** An invented participant, with whose answers an author plays a way through the chat again. */
export const Persona = z.object({
  id: Id,
  name: z.string().trim().min(1).max(80),
  language: ChatLanguage.optional(),
  /** By module, one for each time that it asks. */
  answers: z.record(Id, z.array(TestAnswer).max(50)),
});
export type Persona = z.infer<typeof Persona>;
