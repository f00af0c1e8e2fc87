import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readImport } from '../../../main/chat/experiences/import-file';
import { Graph, TypebotReport } from '../../../preload/contract';
import { sessionsOn } from '../../support/play';
import { playByChance } from '../../support/play-by-chance';
import { openTestStore } from '../../support/store';
import { fuzz, refusedOr } from './fuzz';
import { mutateJsonText } from './mutate';

const FILES = join(import.meta.dirname, '../../fixtures/typebot');
const files = readdirSync(FILES).map((name) => readFileSync(join(FILES, name), 'utf8'));

async function prepare() {
  const test = await openTestStore();
  return { ...test, sessions: sessionsOn(test) };
}

/** Read as an import is, and played as a preview is; its blocks are told of whatever else it says. */
fuzz('a damaged export of Typebot', 0.05, prepare, async (random, { store, folder, sessions }) => {
  const file = join(folder, 'typebot.json');
  writeFileSync(file, mutateJsonText(random, random.of(files)));
  const language = random.of(['en', 'de'] as const);
  const read = await refusedOr(() => readImport(store, { file, language }));
  if (!read) return false;
  const graph = Graph.parse(JSON.parse(read.draft));
  const { blocks } = TypebotReport.parse(read.preview.typebot);
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  await refusedOr(() => playByChance(sessions, graph, random));
  return true;
});
