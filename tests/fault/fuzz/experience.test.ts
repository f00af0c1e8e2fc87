import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readImport } from '../../../main/chat/experiences/import-file';
import {
  experienceFile,
  modulesAsText,
  modulesFromText,
} from '../../../main/chat/flow/experience-file';
import { knowsType } from '../../../main/chat/modules/forms';
import type { Sessions } from '../../../main/chat/sessions/sessions';
import { type Answer, Graph, type Prompt } from '../../../preload/contract';
import type { Random } from '../../seed/random';
import { sessionsOn, startChat } from '../../support/play';
import { openTestStore } from '../../support/store';
import { fuzz, refusedOr } from './fuzz';
import { mutateJsonText } from './mutate';

const SAMPLES = join(import.meta.dirname, '../../../resources/samples');
const Sample = z.object({ name: z.string(), graph: Graph });
const samples = readdirSync(SAMPLES).map((name) =>
  Sample.parse(JSON.parse(readFileSync(join(SAMPLES, name), 'utf8'))),
);

const legalTexts = [
  {
    id: 'rules',
    kind: 'terms' as const,
    name: 'Rules',
    languages: { en: { title: 'Rules', text: '## Who\n\nAnyone.' } },
    address: 'https://example.com/rules',
  },
];

/** More inputs of one chat tell nothing new. */
const MAX_TURNS = 12;

async function prepare() {
  const test = await openTestStore();
  return { ...test, sessions: sessionsOn(test) };
}

/** Read as an import is, checked as a draft is, and played as a preview is. */
fuzz('a damaged experience', 0.17, prepare, async (random, { store, folder, sessions }) => {
  const file = join(folder, 'experience.json');
  writeFileSync(
    file,
    mutateJsonText(random, experienceFile({ ...random.of(samples), legalTexts })),
  );
  const read = await refusedOr(() => readImport(store, { file, language: 'en' }));
  if (read) await refusedOr(() => play(random, sessions, Graph.parse(JSON.parse(read.draft))));
  return read !== null;
});

fuzz('damaged modules from the clipboard', 0.07, openTestStore, async (random) => {
  const copied = modulesAsText(random.of(samples).graph);
  const text = mutateJsonText(random, copied).toString();
  return (await refusedOr(() => modulesFromText(text, knowsType))) !== null;
});

async function play(random: Random, sessions: Sessions, graph: Graph): Promise<void> {
  let turn = await startChat(sessions, graph);
  const { sessionId } = turn;
  for (let turns = 0; turns < MAX_TURNS && turn.prompt !== null; turns++) {
    turn = await goOn(random, sessions, sessionId, turn.prompt);
  }
  sessions.forget(sessionId);
}

function goOn(random: Random, sessions: Sessions, sessionId: string, prompt: Prompt) {
  if (prompt.kind === 'link') return sessions.openLink(sessionId);
  const mayPass = prompt.skip !== undefined && random.below(3) === 0;
  return sessions.answer(sessionId, mayPass ? { kind: 'skip' } : answerTo(random, prompt));
}

const TEXTS = ['ann@example.com', '42', '2026-12-04', 'x'.repeat(10_000), '${email}', '\ud800', ''];

function answerTo(random: Random, prompt: Exclude<Prompt, { kind: 'link' }>): Answer {
  const text = (): string => random.of(TEXTS);
  switch (prompt.kind) {
    case 'choice':
      return { kind: 'choice', option: random.of(prompt.options).id };
    case 'choices':
      return { kind: 'choices', options: prompt.options.slice(0, prompt.max).map(({ id }) => id) };
    case 'text':
      return { kind: 'text', text: text(), acceptedTerms: random.below(2) === 0 };
    case 'form':
      return {
        kind: 'form',
        values: Object.fromEntries(prompt.fields.map(({ id }) => [id, text()])),
      };
    case 'scale':
      return { kind: 'scale', value: random.of([prompt.min, prompt.max, -1]) };
    case 'slider':
      return { kind: 'slider', value: random.of([prompt.min, prompt.max, -0.5]) };
    case 'ranking':
      return { kind: 'ranking', options: prompt.options.map(({ id }) => id) };
    case 'matrix':
      return {
        kind: 'matrix',
        cells: Object.fromEntries(prompt.rows.map(({ id }) => [id, random.of(prompt.columns).id])),
      };
    case 'file':
      return { kind: 'file', name: 'a.txt', bytes: new TextEncoder().encode('words') };
    case 'signature':
      return { kind: 'signature', by: 'initials', text: text() };
    case 'consent':
      return { kind: 'consent', given: random.below(2) === 0 };
    case 'confirm':
      return { kind: 'confirm', acceptedTerms: random.below(2) === 0 };
  }
}
