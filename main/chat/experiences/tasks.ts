import type { Graph, Language, ParsedInput, Problem } from '../../../preload/contract';
import { task } from '../../foundation/operation/task';
import { keepAsset } from '../assets/asset-rows';
import type { Checked } from '../assets/formats/checked';
import { duplicateExperience } from './copies';
import { draftProblems } from './draft-problems';
import { type ReadFile, readImport } from './import-file';

/** What is wrong with a draft, under the rules of this workspace. */
export const problemsTask = task<{ id: string; graph: Graph }, Problem[]>(
  'experiences.findProblems',
  'screen',
  ({ store }, experience) => draftProblems(store, experience),
);

export const duplicateTask = task<ParsedInput<'experiences.duplicate'>, string>(
  'experiences.copy',
  'screen',
  duplicateExperience,
);

export const readImportTask = task<{ file: string; language: Language }, ReadFile>(
  'experiences.readFile',
  'screen',
  ({ store }, source) => readImport(store, source),
);

/** Keeps the files of an experience that is about to be imported. */
export const keepFilesTask = task<readonly Checked[], void>(
  'experiences.keepFiles',
  'screen',
  async ({ store, nowMs }, files) => {
    for (const file of files) await keepAsset(store, file, nowMs);
  },
);
