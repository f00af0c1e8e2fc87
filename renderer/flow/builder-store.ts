import type {
  ExperienceSummary,
  Output,
  Policy,
  Problem,
  Publication,
  WorkspaceSettings,
} from '../../preload/contract';
import { createScreenStore } from '../app/screen-store';
import type { SaveState } from './autosave';
import type { Catalogue } from './modules/catalogue';

export type RowCounts = Output<'experiences.rowCounts'>;

export interface BuilderState {
  phase: { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; error: unknown };
  catalogue: Catalogue;
  experiences: ExperienceSummary[];
  /** The experience on the canvas; its graph is in the draft store. */
  experience: { id: string; name: string } | null;
  revision: number;
  /** Errors and warnings of the draft as saved last, in this order. */
  problems: Problem[];
  /** What to think about before participants get it. */
  privacy: Problem[];
  problemsByModule: ReadonlyMap<string, Problem[]>;
  save: SaveState;
  /** What participants get; null while nothing is published. */
  published: Publication | null;
  /** The list of all experiences is shown instead of one of them. */
  showsLibrary: boolean;
  rowCounts: RowCounts;
  settings: WorkspaceSettings | null;
  /** The retention policy: what of the modules' declarations holds. */
  rules: Policy;
}

export const useBuilder = createScreenStore<BuilderState>(() => ({
  phase: { kind: 'loading' },
  catalogue: new Map(),
  experiences: [],
  experience: null,
  revision: 0,
  problems: [],
  privacy: [],
  problemsByModule: new Map(),
  save: { kind: 'saved' },
  published: null,
  showsLibrary: false,
  rowCounts: {},
  settings: null,
  rules: [],
}));

/** A module whose problems stay the same keeps its list, so that its node is not drawn again. */
export function setProblems(found: Problem[]): void {
  const problems = found.filter(({ severity }) => severity !== 'privacy');
  const privacy = found.filter(({ severity }) => severity === 'privacy');
  const previous = useBuilder.getState().problemsByModule;
  const problemsByModule = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.moduleId === undefined) continue;
    const list = problemsByModule.get(problem.moduleId);
    if (list) list.push(problem);
    else problemsByModule.set(problem.moduleId, [problem]);
  }
  for (const [id, list] of problemsByModule) {
    const before = previous.get(id);
    if (before && JSON.stringify(before) === JSON.stringify(list)) problemsByModule.set(id, before);
  }
  useBuilder.setState({ problems, privacy, problemsByModule });
}
