import { z } from 'zod';
import { showError } from '../../app/errors';
import { recall, remember } from '../../app/memory';
import { beforeLock, createScreenStore, onLock } from '../../app/screen-store';

export const PANES = ['palette', 'inspector', 'preview', 'side'] as const;
/** A column of the builder; `side` is the one in which module and preview take turns. */
export type Pane = (typeof PANES)[number];

const View = z.enum(['canvas', 'list']);

/** What a user has set up, remembered over locks and restarts. */
const Panels = z.object({
  /** In pixels, of the panes that the user has resized. */
  widths: z.partialRecord(z.enum(PANES), z.number().min(1).max(10_000)),
  isPaletteOpen: z.boolean(),
  isInspectorOpen: z.boolean(),
  isPreviewOpen: z.boolean(),
  /** How the flow is shown, in a small window and in others. */
  view: View,
  viewInSmall: View.default('list'),
});
type Panels = z.infer<typeof Panels>;

const INITIAL: Panels = {
  widths: {},
  isPaletteOpen: false,
  isInspectorOpen: true,
  isPreviewOpen: true,
  view: 'canvas',
  viewInSmall: 'list',
};

export const usePanels = createScreenStore<Panels>(() => INITIAL);

const PAUSE_MS = 500;
let isRecalled = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Takes what was remembered, once after each unlocking. */
export async function recallPanels(): Promise<void> {
  if (isRecalled) return;
  isRecalled = true;
  const panels = await recall('panels', Panels);
  if (panels) usePanels.setState(panels);
}

export function setPanels(changes: Partial<Panels>): void {
  usePanels.setState(changes);
  clearTimeout(waiting);
  waiting = setTimeout(() => void save().catch(showError), PAUSE_MS);
}

async function save(): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  await remember('panels', usePanels.getState());
}

beforeLock(async () => {
  if (waiting !== undefined) await save();
});
onLock(() => {
  clearTimeout(waiting);
  waiting = undefined;
  isRecalled = false;
});

export function setWidth(pane: Pane, width: number): void {
  const { widths } = usePanels.getState();
  if (widths[pane] !== width) setPanels({ widths: { ...widths, [pane]: width } });
}

export function toggleDock(): void {
  setPanels({ isPaletteOpen: !usePanels.getState().isPaletteOpen });
}
