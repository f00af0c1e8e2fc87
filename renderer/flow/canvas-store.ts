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
  field: string | undefined;
  where: 'centre' | 'inView';
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
  /** The palette that stays open beside the canvas, to drag from. */
  isDocked: boolean;
  dialog:
    | { kind: 'shortcuts' }
    | { kind: 'chatSettings' }
    | { kind: 'connect'; moduleId: string }
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
  isDocked: false,
  dialog: null,
}));

export function select(modules: readonly string[], edges: readonly string[] = []): void {
  useCanvas.setState({ modules, edges });
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

export function clearSelection(): void {
  useCanvas.setState({ modules: [], edges: [], palette: null, reveal: null });
}

export function revealModule(
  moduleId: string,
  { field, where = 'centre' }: { field?: string | undefined; where?: Reveal['where'] } = {},
): void {
  const reveal = { moduleId, field, where };
  useCanvas.setState({ area: 'flow', modules: [moduleId], edges: [], reveal });
}

export function openPalette(palette: PaletteTarget): void {
  useCanvas.setState({ palette });
}

export function closePalette(): void {
  useCanvas.setState({ palette: null });
}

export function toggleDock(): void {
  useCanvas.setState(({ isDocked }) => ({ isDocked: !isDocked }));
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

export function openArea(area: Area): void {
  useCanvas.setState({ area });
}
