import type { ExperienceView, Graph, Input, Policy } from '../../preload/contract';
import { call } from '../app/client';
import { beforeLock, onLock } from '../app/screen-store';
import { createAutosave } from './autosave';
import { setProblems, useBuilder } from './builder-store';
import { clearSelection, deselectGone } from './canvas-store';
import { EMPTY_GRAPH, useDraft } from './draft-store';
import { experienceToReturnTo, returnToSelection } from './flow-place';
import { recallPanels } from './panels/panels-store';
import { recallUndo, rememberUndo, rememberUndoSoon } from './undo-memory';

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
    useBuilder.setState({ revision: saved.revision, published: saved.published });
    setProblems(saved.problems);
    rememberUndoSoon();
  },
  onState: (save) => useBuilder.setState({ save }),
});

useDraft.subscribe(({ graph }) => {
  const { experience, save } = useBuilder.getState();
  const isSaved = graph === savedGraph && save.kind === 'saved';
  if (experience && !isSaved) autosave.schedule({ id: experience.id, draft: graph });
});

useDraft.subscribe(({ graph }) => {
  // A lock empties the draft, and returns to what was selected.
  if (graph !== EMPTY_GRAPH) deselectGone(graph);
});

beforeLock(flushDraft);

onLock(() => {
  autosave.discard();
  savedGraph = EMPTY_GRAPH;
  useDraft.getState().load(EMPTY_GRAPH);
});

/** False when the draft could not be saved. */
export async function flushDraft(): Promise<boolean> {
  const isSaved = await autosave.flush();
  if (isSaved) await rememberUndo();
  return isSaved;
}

export async function openBuilder(): Promise<void> {
  try {
    const [descriptors, experiences, settings, rules] = await Promise.all([
      call('modules.list'),
      call('experiences.list'),
      call('workspace.settings'),
      call('retention.rules'),
      recallPanels(),
    ]);
    const catalogue = new Map(descriptors.map((descriptor) => [descriptor.type, descriptor]));
    useBuilder.setState({ catalogue, experiences, settings, rules });
    const current = useBuilder.getState().experience?.id ?? experienceToReturnTo();
    const last = experiences
      .filter(({ archivedAt }) => archivedAt === null)
      .toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
    const id = experiences.find((candidate) => candidate.id === current)?.id ?? last?.id;
    if (id !== undefined && !(await openExperience(id))) return;
    returnToSelection();
    useBuilder.setState({ phase: { kind: 'ready' } });
  } catch (error) {
    useBuilder.setState({ phase: { kind: 'failed', error } });
  }
}

/** False when the draft on the canvas could not be saved: it stays, so that nothing is lost. */
export async function openExperience(id: string): Promise<boolean> {
  if (!(await flushDraft())) {
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

/** For the preview's window: the experience that the builder shows. */
export async function openForPreview(id: string): Promise<void> {
  const [descriptors, settings] = await Promise.all([
    call('modules.list'),
    call('workspace.settings'),
  ]);
  const catalogue = new Map(descriptors.map((descriptor) => [descriptor.type, descriptor]));
  useBuilder.setState({ catalogue, settings });
  await openExperience(id);
}

/**
 * Another window has saved the draft: it is shown here, too, as one undo step. What waits here goes
 * first, and is refused where both have changed it; the user then chooses.
 */
export async function takeSavedElsewhere(saved: { id: string; revision: number }): Promise<void> {
  const isOpen = () => useBuilder.getState().experience?.id === saved.id;
  if (!isOpen() || !(await autosave.flush())) return;
  if (!isOpen() || useBuilder.getState().revision >= saved.revision) return;
  const { draft, revision, problems, published } = await call('experiences.get', { id: saved.id });
  if (!isOpen() || useBuilder.getState().save.kind !== 'saved') return;
  savedGraph = draft;
  useBuilder.setState({ revision, published });
  setProblems(problems);
  useDraft.getState().change(() => draft);
}

/** An experience that is deleted leaves the canvas. */
export function forgetExperience(id: string): void {
  if (useBuilder.getState().experience?.id !== id) return;
  autosave.discard();
  savedGraph = EMPTY_GRAPH;
  clearSelection();
  useBuilder.setState({ experience: null, revision: 0, published: null });
  setProblems([]);
  useDraft.getState().load(EMPTY_GRAPH);
}

export async function createExperience(
  name: string,
  sample?: Input<'experiences.create'>['sample'],
): Promise<void> {
  if (!(await flushDraft())) return;
  show(await call('experiences.create', { name, sample }));
  useBuilder.setState({ showsLibrary: false });
  await refreshExperiences();
}

export async function renameExperience(name: string, id: string): Promise<void> {
  await call('experiences.rename', { id, name });
  const { experience } = useBuilder.getState();
  if (experience?.id === id) useBuilder.setState({ experience: { id, name } });
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

export async function refreshExperiences(): Promise<void> {
  useBuilder.setState({ experiences: await call('experiences.list') });
}

/** A restored version takes the draft's place as one undo step. */
export function takeRestored({ draft, revision, problems, published }: ExperienceView): void {
  savedGraph = draft;
  clearSelection();
  useBuilder.setState({ revision, published });
  setProblems(problems);
  useDraft.getState().change(() => draft);
  rememberUndoSoon();
}

export function show({ id, name, draft, revision, problems, published }: ExperienceView): void {
  const current = useBuilder.getState();
  const isOther = current.experience?.id !== id;
  setProblems(problems);
  useBuilder.setState({ published });
  // Back from another screen, with nothing changed meanwhile: selection and undo history stay.
  if (!isOther && current.revision === revision) return;
  savedGraph = draft;
  clearSelection();
  useBuilder.setState({ experience: { id, name }, revision, ...(isOther && { rowCounts: {} }) });
  useDraft.getState().load(draft);
  void recallUndo(id, revision);
}
