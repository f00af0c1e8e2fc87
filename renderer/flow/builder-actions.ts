import type { ExperienceView, Graph, Policy } from '../../preload/contract';
import { call } from '../app/client';
import { beforeLock, onLock } from '../app/screen-store';
import { createAutosave } from './autosave';
import { setProblems, useBuilder } from './builder-store';
import { clearSelection } from './canvas-store';
import { EMPTY_GRAPH, useDraft } from './draft-store';

interface Unsaved {
  id: string;
  draft: Graph;
}

/** The graph as main has it: a draft that is this very object needs no saving. */
let savedGraph: Graph = EMPTY_GRAPH;

const autosave = createAutosave<Unsaved>({
  save: async ({ id, draft }) => {
    const { revision } = useBuilder.getState();
    const saved = await call('experiences.saveDraft', { id, draft, revision });
    savedGraph = draft;
    useBuilder.setState({ revision: saved.revision });
    setProblems(saved.problems);
  },
  onState: (save) => useBuilder.setState({ save }),
});

useDraft.subscribe(({ graph }) => {
  const { experience, save } = useBuilder.getState();
  const isSaved = graph === savedGraph && save.kind === 'saved';
  if (experience && !isSaved) autosave.schedule({ id: experience.id, draft: graph });
});

beforeLock(() => autosave.flush());

onLock(() => {
  autosave.discard();
  savedGraph = EMPTY_GRAPH;
  useDraft.getState().load(EMPTY_GRAPH);
});

export function flushDraft(): Promise<boolean> {
  return autosave.flush();
}

export async function openBuilder(): Promise<void> {
  try {
    const [descriptors, experiences, settings, rules] = await Promise.all([
      call('modules.list'),
      call('experiences.list'),
      call('workspace.settings'),
      call('retention.rules'),
    ]);
    const catalogue = new Map(descriptors.map((descriptor) => [descriptor.type, descriptor]));
    useBuilder.setState({ catalogue, experiences, settings, rules });
    const current = useBuilder.getState().experience;
    const last = experiences.toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
    const id = experiences.find((candidate) => candidate.id === current?.id)?.id ?? last?.id;
    if (id !== undefined && !(await openExperience(id))) return;
    useBuilder.setState({ phase: { kind: 'ready' } });
  } catch (error) {
    useBuilder.setState({ phase: { kind: 'failed', error } });
  }
}

/** False when the draft on the canvas could not be saved: it stays, so that nothing is lost. */
export async function openExperience(id: string): Promise<boolean> {
  if (!(await autosave.flush())) {
    useBuilder.setState({ phase: { kind: 'ready' } });
    return false;
  }
  show(await call('experiences.get', { id }));
  return true;
}

/** Takes the version that was saved elsewhere and drops the one on the canvas. */
export async function reloadExperience(): Promise<void> {
  const { experience } = useBuilder.getState();
  if (!experience) return;
  const view = await call('experiences.get', { id: experience.id });
  autosave.discard();
  show(view);
}

export async function createExperience(name: string): Promise<void> {
  if (!(await autosave.flush())) return;
  show(await call('experiences.create', { name }));
  await refreshExperiences();
}

export async function renameExperience(name: string): Promise<void> {
  const { experience } = useBuilder.getState();
  if (!experience) return;
  await call('experiences.rename', { id: experience.id, name });
  useBuilder.setState({ experience: { ...experience, name } });
  await refreshExperiences();
}

export async function refreshRowCounts(): Promise<void> {
  const { experience } = useBuilder.getState();
  if (!experience) return;
  const rowCounts = await call('experiences.rowCounts', { id: experience.id });
  if (useBuilder.getState().experience?.id === experience.id) useBuilder.setState({ rowCounts });
}

/** Shows what the new rules mean for the experience: a limit may have lost the rows that hold it. */
export async function takePolicy(rules: Policy): Promise<void> {
  useBuilder.setState({ rules });
  const { experience } = useBuilder.getState();
  if (!experience) return;
  const { problems } = await call('experiences.get', { id: experience.id });
  if (useBuilder.getState().experience?.id === experience.id) setProblems(problems);
}

async function refreshExperiences(): Promise<void> {
  useBuilder.setState({ experiences: await call('experiences.list') });
}

function show({ id, name, draft, revision, problems }: ExperienceView): void {
  const current = useBuilder.getState();
  const isOther = current.experience?.id !== id;
  setProblems(problems);
  // Back from another screen, with nothing changed meanwhile: selection and undo history stay.
  if (!isOther && current.revision === revision) return;
  savedGraph = draft;
  clearSelection();
  useBuilder.setState({ experience: { id, name }, revision, ...(isOther && { rowCounts: {} }) });
  useDraft.getState().load(draft);
}
