import { randomUUID } from 'node:crypto';
import type { ExperienceView, Graph, Output, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { copyOfGraph } from './copies';
import { Experiences } from './experiences';
import { sampleOf } from './samples';
import { problemsTask } from './tasks';

const EMPTY_GRAPH: Graph = { start: null, modules: [], edges: [] };

/** What the builder shows of an experience. @throws AppError `experience.not_found` */
export async function viewExperience(
  { store, run }: Pick<Context, 'store' | 'run'>,
  id: string,
): Promise<ExperienceView> {
  const stored = await new Experiences(store).get(id);
  return { ...stored, problems: await run(problemsTask, { id, graph: stored.draft }) };
}

/** Begins as a copy of a sample, or empty. */
export async function createExperience(
  context: Pick<Context, 'store' | 'nowMs' | 'run'>,
  { name, sample }: ParsedInput<'experiences.create'>,
): Promise<ExperienceView> {
  const id = randomUUID();
  const draft = sample ? copyOfGraph(sampleOf(sample.id, sample.language).graph) : EMPTY_GRAPH;
  await new Experiences(context.store).create(id, name, draft, context.nowMs);
  return viewExperience(context, id);
}

/** @throws AppError `experience.not_found`, `experience.conflict` */
export async function saveDraft(
  { store, nowMs, run, emit }: Pick<Context, 'store' | 'nowMs' | 'run' | 'emit'>,
  { id, draft, revision }: ParsedInput<'experiences.saveDraft'>,
): Promise<Output<'experiences.saveDraft'>> {
  const experiences = new Experiences(store);
  const saved = await experiences.saveDraft(id, draft, revision, nowMs);
  emit('experiences.saved', { id, revision: saved });
  return {
    revision: saved,
    problems: await run(problemsTask, { id, graph: draft }),
    published: await experiences.publication(id),
  };
}
