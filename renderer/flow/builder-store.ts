import type {
  ExperienceSummary,
  Output,
  Policy,
  Problem,
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
  /** Of the draft as saved last, errors first. */
  problems: Problem[];
  problemsByModule: ReadonlyMap<string, Problem[]>;
  save: SaveState;
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
  problemsByModule: new Map(),
  save: { kind: 'saved' },
  rowCounts: {},
  settings: null,
  rules: [],
}));

/** A module whose problems stay the same keeps its list, so that its node is not drawn again. */
export function setProblems(problems: Problem[]): void {
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
  useBuilder.setState({ problems, problemsByModule });
}
