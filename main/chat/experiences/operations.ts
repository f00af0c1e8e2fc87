import type { ExperienceView } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { DataRows } from '../../foundation/store/data-rows';
import { variablesBefore } from '../flow/variables-before';
import { moduleOf, modules } from '../modules';
import { describeModule } from '../modules/descriptor';
import { setArchived } from './archive';
import { createExperience, saveDraft, viewExperience } from './experience-view';
import { Experiences } from './experiences';
import { exportExperience, suggestedFileName } from './export-file';
import { chooseImport, importExperience } from './import-experience';
import { copyModules, pasteModules } from './module-clipboard';
import { publishedInto } from './neighbours';
import { problemCounts } from './problem-counts';
import { publish, unpublish } from './publish';
import { type Removal, removeExperience, storedRows } from './remove-experience';
import { restore } from './restore';
import { listSamples } from './samples';
import { duplicateTask, keepFilesTask, problemsTask, readImportTask } from './tasks';
import { discardVersion, getVersion, listVersions, renameVersion } from './versions';

/** What authors do with experiences, their drafts and their versions. */
export const experienceArea = area(
  {
    'modules.list': () => modules.map(describeModule),
    'experiences.list': ({ store }) => new Experiences(store).list(),
    'experiences.get': (context, { id }) => viewExperience(context, id),
    'experiences.create': createExperience,
    'experiences.samples': (_, { language }) => listSamples(language),
    'experiences.rename': ({ store, nowMs }, { id, name }) =>
      new Experiences(store).rename(id, name, nowMs),
    'experiences.saveDraft': saveDraft,
    'experiences.variables': async ({ store }, { id, moduleId }) => {
      const { draft } = await new Experiences(store).get(id);
      return variablesBefore(draft, moduleOf, moduleId);
    },
    'experiences.rowCounts': {
      lane: 'screen',
      run: ({ store, nowMs }, { id }) => new DataRows(store).countByModule(id, nowMs),
    },
    'experiences.problemCounts': { lane: 'screen', run: ({ store }) => problemCounts(store) },
    'experiences.duplicate': async (context, copy) =>
      viewExperience(context, await context.run(duplicateTask, copy)),
    'experiences.setArchived': setArchived,
    'experiences.publishedInto': ({ store }, { id }) => publishedInto(store, id),
    'experiences.storedRows': {
      lane: 'screen',
      run: ({ store, nowMs }, { id }) => storedRows(store, id, nowMs),
    },
    'experiences.delete': {
      lane: 'deletion',
      audit: 'experience.deleted',
      run: async (context, { id }) => {
        await removeExperience(context, { id, confirmedRows: null });
      },
    },
    'experiences.deleteWithRows': {
      lane: 'deletion',
      work: 'deletion',
      deletes: true,
      audit: 'experience.deleted',
      changes: ({ tables = [] }: Removal) => tables,
      run: removeExperience,
    },
    'experiences.export': {
      lane: 'screen',
      work: 'export',
      audit: 'experience.exported',
      savesAs: suggestedFileName,
      run: exportExperience,
    },
    'experiences.chooseImport': chooseImport,
    'experiences.import': {
      work: 'import',
      audit: 'experience.imported',
      run: viewed(importExperience),
    },
    'experiences.copyReport': ({ desktop }, { text }) => desktop.clipboard.copyText(text),
    'experiences.copyModules': copyModules,
    'experiences.pasteModules': pasteModules,
    'versions.list': listVersions,
    'versions.get': getVersion,
    'versions.publish': { lane: 'screen', audit: 'experience.published', run: publish },
    'versions.unpublish': { audit: 'experience.unpublished', run: unpublish },
    'versions.rename': renameVersion,
    'versions.restore': { audit: 'experience.version_restored', run: viewed(restore) },
    'versions.discard': discardVersion,
  },
  [problemsTask, duplicateTask, readImportTask, keepFilesTask],
);

/** Shows the experience that comes of it. */
function viewed<I>(make: (context: Context, input: I) => Promise<string>) {
  return async (context: Context, input: I): Promise<ExperienceView> =>
    viewExperience(context, await make(context, input));
}
