import { createScreenStore } from '../app/screen-store';

/** Where the palette adds: below a module on a branch, or the first module of all. */
export type PaletteTarget = { kind: 'first' } | { kind: 'below'; moduleId: string; branch: string };

/** A request to show a module: in the middle, or wherever it is as long as it is in view. */
export interface Reveal {
  moduleId: string;
  /** Gets the cursor, once the module's settings are shown. */
  field: string | undefined;
  where: 'centre' | 'inView';
}

export interface CanvasState {
  modules: readonly string[];
  /** Selected edges, as `edgeId`. */
  edges: readonly string[];
  palette: PaletteTarget | null;
  reveal: Reveal | null;
}

export const useCanvas = createScreenStore<CanvasState>(() => ({
  modules: [],
  edges: [],
  palette: null,
  reveal: null,
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
  useCanvas.setState({ modules: [moduleId], edges: [], reveal: { moduleId, field, where } });
}

export function openPalette(palette: PaletteTarget): void {
  useCanvas.setState({ palette });
}

export function closePalette(): void {
  useCanvas.setState({ palette: null });
}

/** The inspected module: the only one that is selected. */
export function inspectedModule({ modules }: CanvasState): string | null {
  return modules.length === 1 ? (modules[0] ?? null) : null;
}
