import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  type ExperienceView,
  type Graph,
  isStored,
  type ModuleRowCounts,
  type Problem,
  TABLE_NAMES,
} from '../../preload/contract';
import { problemsOf } from '../flow/problems';
import { modules } from '../modules';
import { describeModule } from '../modules/descriptor';
import type { Unlocked } from '../workspace/unlocked';
import type { Handlers } from './router';

const EMPTY_GRAPH: Graph = { start: null, modules: [], edges: [] };

export const experienceHandlers = {
  'modules.list': async () => modules.map(describeModule),
  'experiences.list': (_, { experiences }) => experiences.list(),
  'experiences.get': ({ id }, unlocked) => view(id, unlocked),
  'experiences.create': async ({ name }, unlocked) => {
    const id = randomUUID();
    await unlocked.experiences.create(id, name, EMPTY_GRAPH, unlocked.nowMs());
    return view(id, unlocked);
  },
  'experiences.rename': ({ id, name }, { experiences, nowMs }) =>
    experiences.rename(id, name, nowMs()),
  'experiences.saveDraft': async ({ id, draft, revision }, unlocked) => ({
    revision: await unlocked.experiences.saveDraft(id, draft, revision, unlocked.nowMs()),
    problems: await problems(draft, unlocked),
  }),
  'experiences.rowCounts': async ({ id }, { rows, nowMs }) => {
    const counts: z.infer<typeof ModuleRowCounts> = {};
    for (const table of TABLE_NAMES) {
      for (const { module_id, rows: count } of await rows.countByModule(id, table, nowMs())) {
        counts[module_id] = { ...counts[module_id], [table]: count };
      }
    }
    return counts;
  },
} satisfies Partial<Handlers>;

async function view(id: string, unlocked: Unlocked): Promise<ExperienceView> {
  const stored = await unlocked.experiences.get(id);
  return { ...stored, problems: await problems(stored.draft, unlocked) };
}

async function problems(draft: Graph, unlocked: Unlocked): Promise<Problem[]> {
  const rules = await unlocked.policy.rules();
  return problemsOf(draft, {
    modules,
    isStored: (moduleId, table) => isStored(rules, moduleId, table),
  });
}
