import { z } from 'zod';
import { type Answer, MAX_FILE_BYTES } from '../../../../preload/contract';
import type { StepContext, StepResult } from '../../engine/step';
import { FILE_KINDS, type FileKind, hasEndingOf, KIND_NAMES, kindOf } from '../../files/kinds';
import { withoutMetadata } from '../../files/metadata';
import { safeFileName } from '../../files/safe-name';
import { again, asking, type Question, questionBranches } from '../ask/asking';
import { fileRow } from '../ask/file-row';
import { askSettings } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, label, longText, variableName } from '../fields';
import { texts } from './texts';
import { words } from './words';

const { question: questionText, ...commonSettings } = askSettings;

const MEGABYTE = 1024 * 1024;

const settings = z.object({
  ...inGroup('content', {
    question: questionText,
    label,
  }),
  ...inGroup('rules', {
    kinds: z
      .array(z.enum(KIND_NAMES))
      .min(1)
      .default([...KIND_NAMES]),
    maxMegabytes: z
      .number()
      .int()
      .min(1)
      .max(MAX_FILE_BYTES / MEGABYTE)
      .default(5),
  }),
  ...inGroup('replies', {
    wrongKind: longText,
    tooLarge: longText,
  }),
  ...inGroup('storage', {
    keepsMetadata: z.boolean().default(false),
    variable: variableName,
  }),
  ...commonSettings,
});
type Settings = z.infer<typeof settings>;
type Context = StepContext<Settings>;

const question: Question<Settings> = {
  names: ({ variable }) => [variable],
  prompt: ({ settings: { label, kinds, maxMegabytes } }) => ({
    kind: 'file',
    label,
    accept: kinds.map((kind) => FILE_KINDS[kind].mime),
    endings: kinds.flatMap((kind) => [...FILE_KINDS[kind].endings]),
    maxBytes: maxMegabytes * MEGABYTE,
  }),
  read: (answer, context) =>
    answer.kind === 'file' ? readFile(answer, context) : { ask: question.prompt(context) },
};

export const fileUpload = defineModule({
  type: 'file_upload',
  group: 'ask',
  icon: 'paperclip',
  settings,
  texts,
  words,
  branches: questionBranches(),
  stores: { files: 30, variables: 60 },
  summary: 'question',
  ...asking(question),
});

function readFile(
  { name, bytes }: Extract<Answer, { kind: 'file' }>,
  context: Context,
): StepResult {
  const { settings } = context;
  if (bytes.byteLength > settings.maxMegabytes * MEGABYTE) {
    return again(question, context, settings.tooLarge);
  }
  const safeName = safeFileName(name);
  const kind = kindOf(bytes);
  const isAllowed = kind !== null && settings.kinds.includes(kind) && hasEndingOf(kind, safeName);
  const content = isAllowed ? contentOf(kind, bytes, settings) : null;
  if (!isAllowed || !content) return again(question, context, settings.wrongKind);
  return keep(safeName, kind, content, context);
}

/** A picture that cannot be taken apart is refused even where nothing is to be taken out of it. */
function contentOf(kind: FileKind, bytes: Uint8Array, { keepsMetadata }: Settings) {
  const stripped = withoutMetadata(kind, bytes);
  return stripped && keepsMetadata ? bytes : stripped;
}

function keep(name: string, kind: FileKind, content: Uint8Array, context: Context): StepResult {
  return {
    set: { [context.settings.variable]: name },
    store: [fileRow(context, { name, kind, content })],
    go: 'next',
  };
}
