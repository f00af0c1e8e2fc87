import type { Graph } from '../../preload/contract';
import { createScreenStore } from '../app/screen-store';

/**
 * Where the palette adds: below a module on a branch (between it and what follows), at a place of the
 * canvas, or the first module of all.
 */
export type PaletteTarget =
  | { kind: 'first' }
  | { kind: 'below'; moduleId: string; branch: string }
  | { kind: 'at'; x: number; y: number };

/** The way out of a module that something is to be done with. */
export interface BranchEnd {
  readonly from: string;
  readonly branch: string;
}

/** What a module does that is dropped on another: it follows it, or they change places. */
export interface ModuleDrop {
  readonly moduleId: string;
  readonly how: 'after' | 'swap';
}

/** A request to show a module: in the middle, or wherever it is as long as it is in view. */
export interface Reveal {
  moduleId: string;
  /** Gets the cursor, once the module's settings are shown. */
  field?: string | undefined;
  where: 'centre' | 'inView';
  /** Modules to keep in view beside it, as far as they fit. */
  along?: readonly string[];
}

/** The parts of an experience that an author works on. */
export type Area = 'flow' | 'design' | 'languages';

export interface CanvasState {
  area: Area;
  modules: readonly string[];
  /** Selected edges, as `edgeId`. */
  edges: readonly string[];
  palette: PaletteTarget | null;
  reveal: Reveal | null;
  /** The edge that would take what is dragged over it, as `edgeId`. */
  dropEdge: string | null;
  /** The module that would take what is dragged over it. */
  dropModule: ModuleDrop | null;
  /** The selected section; modules and edges are not selected with one. */
  section: string | null;
  /** The problems were asked for: they are shown for as long as nothing is selected. */
  showsProblems: boolean;
  /** What a column shows in which module and preview take turns. */
  tab: 'module' | 'preview';
  /** The search in the flow is open. */
  isFinding: boolean;
  /** The module whose name is typed on the canvas. */
  renaming: string | null;
  /** The module whose text is read in full. */
  reading: string | null;
  dialog:
    | { kind: 'shortcuts' }
    | { kind: 'chatSettings' }
    | { kind: 'connect'; moduleId: string; branch?: string }
    | null;
}

export const useCanvas = createScreenStore<CanvasState>(() => ({
  area: 'flow',
  modules: [],
  edges: [],
  palette: null,
  reveal: null,
  dropEdge: null,
  dropModule: null,
  section: null,
  showsProblems: false,
  tab: 'module',
  isFinding: false,
  renaming: null,
  reading: null,
  dialog: null,
}));

export function select(modules: readonly string[], edges: readonly string[] = []): void {
  useCanvas.setState({ modules, edges, section: null });
}

/** What the canvas reports, module by module or edge by edge. */
export function changeSelection(
  kind: 'modules' | 'edges',
  changes: readonly { id: string; selected: boolean }[],
): void {
  if (changes.length === 0) return;
  const selection = new Set(useCanvas.getState()[kind]);
  for (const { id, selected } of changes) selection[selected ? 'add' : 'delete'](id);
  useCanvas.setState({ [kind]: [...selection] });
}

/** What a change has taken out of the flow, undo too, is not selected any more. */
export function deselectGone({ modules: present, sections = [] }: Graph): void {
  const { modules, section } = useCanvas.getState();
  if (modules.length === 0 && section === null) return;
  const ids = new Set([...present, ...sections].map(({ id }) => id));
  const left = modules.filter((id) => ids.has(id));
  const isSectionGone = section !== null && !ids.has(section);
  if (left.length === modules.length && !isSectionGone) return;
  useCanvas.setState({ modules: left, section: isSectionGone ? null : section });
}

export function clearSelection(): void {
  const nothing = { modules: [], edges: [], section: null, palette: null, reveal: null };
  useCanvas.setState({ ...nothing, showsProblems: false });
}

export function revealModule(
  moduleId: string,
  { field, where = 'centre', along = [] }: Partial<Omit<Reveal, 'moduleId'>> = {},
): void {
  const reveal = { moduleId, field, where, along };
  useCanvas.setState({ area: 'flow', modules: [moduleId], edges: [], section: null, reveal });
}

export function openPalette(palette: PaletteTarget): void {
  useCanvas.setState({ palette });
}

export function closePalette(): void {
  useCanvas.setState({ palette: null });
}

export function openFind(): void {
  useCanvas.setState({ isFinding: true });
}

export function renameHere(renaming: string | null): void {
  useCanvas.setState({ renaming });
}

export function readModule(reading: string | null): void {
  useCanvas.setState({ reading });
}

export function closeFind(): void {
  useCanvas.setState({ isFinding: false });
}

export function openDialog(dialog: CanvasState['dialog']): void {
  useCanvas.setState({ dialog });
}

/** A module is before the edges that end at it. */
export function showDrop(dropModule: ModuleDrop | null, edge: string | null): void {
  const dropEdge = dropModule === null ? edge : null;
  const now = useCanvas.getState();
  const isSame =
    now.dropModule?.moduleId === dropModule?.moduleId && now.dropModule?.how === dropModule?.how;
  if (now.dropEdge !== dropEdge || !isSame) useCanvas.setState({ dropEdge, dropModule });
}

/** The inspected module: the only one that is selected. */
export function inspectedModule({ modules }: CanvasState): string | null {
  return modules.length === 1 ? (modules[0] ?? null) : null;
}

export function selectSection(section: string | null): void {
  useCanvas.setState({ modules: [], edges: [], section });
}

export function closeProblems(): void {
  useCanvas.setState({ showsProblems: false });
}

/** Whether there is something for the column beside the canvas to show. */
export function showsSidePanel({ modules, section, showsProblems }: CanvasState): boolean {
  return modules.length > 0 || section !== null || showsProblems;
}

export function openArea(area: Area): void {
  useCanvas.setState({ area });
}
