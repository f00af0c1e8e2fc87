import type { z } from 'zod';
import type { Language } from '../../../../../preload/contract';
import { type Line, linePrompt, readLine } from '../../ask/line';
import { defineKind, type KindWords, type QuestionKind, type SettingsOf } from './kind';

/** A question that is answered in one line, which a module of its own asks for as well. */
export function lineKind<const S extends z.ZodRawShape>(
  line: Line<SettingsOf<S>, string>,
  settings: S,
  texts: Readonly<Record<Language, KindWords>>,
): QuestionKind<S> {
  return defineKind({
    settings,
    texts,
    prompt: () => linePrompt(line),
    read: (question, answer) => {
      const reading = readLine(line, answer, question);
      if (reading === null || 'refused' in reading) return null;
      return 'meanings' in reading ? reading : { answer: reading.value };
    },
  });
}
