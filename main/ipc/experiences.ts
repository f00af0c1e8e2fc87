import { randomUUID } from 'node:crypto';
import type { ExperienceView, Graph } from '../../preload/contract';
import { copyOfGraph } from '../experiences/copies';
import { listSamples, sampleOf } from '../experiences/samples';
import { modules } from '../modules';
import { describeModule } from '../modules/descriptor';
import type { Unlocked } from '../workspace/unlocked';
import type { Handlers } from './router';

const EMPTY_GRAPH: Graph = { start: null, modules: [], edges: [] };

export const experienceHandlers = {
  'modules.list': async () => modules.map(describeModule),
  'experiences.list': (_, { experiences }) => experiences.list(),
  'experiences.get': ({ id }, unlocked) => view(id, unlocked),
  'experiences.create': async ({ name, sample }, unlocked) => {
    const id = randomUUID();
    const draft = sample ? copyOfGraph(sampleOf(sample.id, sample.language).graph) : EMPTY_GRAPH;
    await unlocked.experiences.create(id, name, draft, unlocked.nowMs());
    return view(id, unlocked);
  },
  'experiences.samples': async ({ language }) => listSamples(language),
  'experiences.rename': ({ id, name }, { experiences, nowMs }) =>
    experiences.rename(id, name, nowMs()),
  'experiences.saveDraft': async ({ id, draft, revision }, unlocked) => {
    const { experiences, nowMs } = unlocked;
    return {
      revision: await experiences.saveDraft(id, draft, revision, nowMs()),
      problems: await unlocked.problemsOf(id, draft),
      published: await experiences.publication(id),
    };
  },
  'experiences.rowCounts': ({ id }, unlocked) => unlocked.moduleRows(id),
  'experiences.problemCounts': (_, { library }) => library.problemCounts(),
  'experiences.duplicate': async ({ id, name }, unlocked) =>
    view(await unlocked.library.duplicate(id, name), unlocked),
  'experiences.setArchived': ({ id, archived }, { library }) => library.setArchived(id, archived),
  'experiences.publishedInto': ({ id }, { library }) => library.publishedInto(id),
  'experiences.storedRows': ({ id }, { library }) => library.storedRows(id),
  'experiences.delete': async ({ id }, { library }) => void (await library.delete(id, null)),
  'experiences.deleteWithRows': ({ id, confirmedRows }, { library }) =>
    library.delete(id, confirmedRows),
  'experiences.export': ({ id, versionId }, { library }) => library.export(id, versionId ?? null),
  'experiences.chooseImport': (_, { library }) => library.chooseImport(),
  'experiences.import': async ({ ticket, name }, unlocked) =>
    view(await unlocked.library.import(ticket, name), unlocked),
  'experiences.copyModules': (part, { moduleClipboard }) => moduleClipboard.copy(part),
  'experiences.pasteModules': (_, { moduleClipboard }) => moduleClipboard.paste(),
  'versions.list': ({ experienceId }, { versions }) => versions.list(experienceId),
  'versions.get': ({ id }, { versions }) => versions.get(id),
  'versions.publish': (request, unlocked) => unlocked.publish(request),
  'versions.unpublish': ({ experienceId }, { versions }) => versions.unpublish(experienceId),
  'versions.rename': (request, { versions }) => versions.rename(request),
  'versions.restore': async (request, unlocked) =>
    view(await unlocked.versions.restore(request), unlocked),
  'versions.discard': ({ id }, { versions }) => versions.discard(id),
} satisfies Partial<Handlers>;

async function view(id: string, unlocked: Unlocked): Promise<ExperienceView> {
  const stored = await unlocked.experiences.get(id);
  return { ...stored, problems: await unlocked.problemsOf(id, stored.draft) };
}
