import { randomUUID } from 'node:crypto';
import {
  AppError,
  type Graph,
  movedTexts,
  type ParsedInput,
  type Persona,
  type Renewed,
  renewIds,
  type TestAnswer,
  type Translations,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { idsOfType } from '../modules/forms';

/** The same flow, sharing no id with the other. */
export function copyOfGraph(graph: Graph): Graph {
  const renewed = renewIds(graph, idsOfType, randomUUID);
  const { modules, edges, sections, ids, placeOf } = renewed;
  const start = graph.start === null ? null : (ids.get(graph.start) ?? null);
  const { translations, personas } = graph;
  return {
    ...graph,
    start,
    modules,
    edges,
    ...(sections && { sections }),
    ...(translations && { translations: moved(translations, placeOf) }),
    ...(personas && { personas: personas.map((persona) => answering(persona, renewed)) }),
  };
}

/** Translations of texts that stand elsewhere now. */
function moved(translations: Translations, placeOf: Renewed['placeOf']): Translations {
  const nowAt = (place: string) => (place.startsWith('settings/') ? place : placeOf(place));
  return Object.fromEntries(
    Object.entries(translations).map(([language, texts]) => [language, movedTexts(texts, nowAt)]),
  );
}

function answering(persona: Persona, { ids, itemOf }: Renewed): Persona {
  const answers = Object.entries(persona.answers).flatMap(([moduleId, given]) => {
    const now = ids.get(moduleId);
    const itemNow = (id: string): string => itemOf(moduleId, id);
    return now === undefined
      ? []
      : [[now, given.map((answer) => choosing(answer, itemNow))] as const];
  });
  return { ...persona, id: randomUUID(), answers: Object.fromEntries(answers) };
}

/** The same answer, with what was chosen under its new ids. */
function choosing(answer: TestAnswer, itemNow: (id: string) => string): TestAnswer {
  switch (answer.kind) {
    case 'choice':
      return { ...answer, option: itemNow(answer.option) };
    case 'choices':
    case 'ranking':
      return { ...answer, options: answer.options.map(itemNow) };
    case 'matrix': {
      const cells = Object.entries(answer.cells).map(([row, at]) => [itemNow(row), itemNow(at)]);
      return { ...answer, cells: Object.fromEntries(cells) };
    }
    default:
      return answer;
  }
}

/** Adds a copy of the experience's draft and returns its id. @throws AppError `experience.not_found` */
export async function duplicateExperience(
  { store, nowMs }: Pick<LaneContext, 'store' | 'nowMs'>,
  { id, name }: ParsedInput<'experiences.duplicate'>,
): Promise<string> {
  const row = await store
    .selectFrom('experiences')
    .select('draft')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('experience.not_found');
  const graph = copyOfGraph(JSON.parse(row.draft) as Graph);
  return addExperience(store, { name, draft: JSON.stringify(graph) }, nowMs);
}

/** `draft` is JSON that has been checked. Returns the new id. */
export async function addExperience(
  store: Store,
  { name, draft }: { name: string; draft: string },
  nowMs: number,
): Promise<string> {
  const id = randomUUID();
  await store
    .insertInto('experiences')
    .values({ id, name, draft, revision: 1, created_at: nowMs, updated_at: nowMs })
    .execute();
  return id;
}
