import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import type { Language } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { i18n } from '../../app/i18n';
import { keyOf } from '../../app/keys';
import { notify } from '../../app/notify';
import {
  inspectedModule,
  openDialog,
  openPalette,
  readModule,
  renameHere,
  revealModule,
  select,
  useCanvas,
} from '../canvas-store';
import {
  copySelection,
  cutSelection,
  duplicateSelection,
  paste,
  selectAll,
} from '../clipboard-actions';
import { remove, tidy } from '../draft-actions';
import { useDraft } from '../draft-store';
import { alongFlow } from '../graph/along-flow';
import { GRID } from '../graph/layout';
import { sectionsOf } from '../graph/sections';
import { firstFieldOf } from '../inspector/first-field';
import { setPanels, toggleDock } from '../panels/panels-store';
import { switchView } from '../panels/switch-view';
import {
  addSectionHere,
  deleteSection,
  openSection,
  resizeSection,
} from '../sections/section-actions';
import { useLanguage } from '../use-language';
import { FIT_VIEW } from './fit';
import { edgeId } from './flow-elements';
import { focusNode } from './focus-node';
import { isArrow } from './nearest-module';
import { placeBelow } from './place-below';
import { useFit } from './use-fit';

/** Of a section, at one press, in pixels. */
const RESIZED_BY = 3 * GRID;

interface Press {
  readonly canvas: HTMLElement;
  /** The module that has the focus. */
  readonly focused: string | undefined;
  readonly flow: ReactFlowInstance;
  readonly showAll: () => void;
  readonly language: Language;
}

/** Alone. Alt with an arrow is left to React Flow, which moves the selected modules. */
const PLAIN: Readonly<Record<string, (press: Press) => void>> = {
  Delete: removeSelection,
  Backspace: removeSelection,
  a: ({ focused }) => addModuleHere(focused),
  c: ({ focused }) => connectFrom(focused),
  p: toggleDock,
  s: ({ flow, language }) => addSectionHere(flow.screenToFlowPosition, language),
  l: switchView,
  r: ({ focused }) => readModule(focused ?? inspectedModule(useCanvas.getState())),
  t: ({ showAll, language }) => {
    tidy(language);
    requestAnimationFrame(showAll);
  },
  f: ({ showAll }) => showAll(),
  '0': ({ flow }) => void flow.zoomTo(1),
  '+': ({ flow }) => void flow.zoomIn(),
  '=': ({ flow }) => void flow.zoomIn(),
  '-': ({ flow }) => void flow.zoomOut(),
  '?': () => openDialog({ kind: 'shortcuts' }),
  F2: ({ focused }) => rename(focused),
  Enter: ({ focused }) => openSettings(focused),
  Escape: () => select([]),
};

/** With Ctrl, or Cmd on a Mac. */
const COMMANDS: Readonly<Record<string, (press: Press) => void>> = {
  a: () => void selectAll(),
  c: () => void copySelection().catch(showError),
  x: (press) => {
    const { modules } = useCanvas.getState();
    void cutSelection().catch(showError);
    if (modules.length > 0) focusBefore(press, modules);
  },
  v: ({ canvas, flow, language }) => {
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const at = flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 3 });
    void paste(at, language)
      .then((ids) => show(ids, flow))
      .catch(showError);
  },
  d: ({ flow, language }) => show(duplicateSelection(language), flow),
  ArrowUp: ({ focused }) => resize(focused, 0, -1),
  ArrowDown: ({ focused }) => resize(focused, 0, 1),
  ArrowLeft: ({ focused }) => resize(focused, -1, 0),
  ArrowRight: ({ focused }) => resize(focused, 1, 0),
};

/** What was added may be outside of the view. */
function show(ids: readonly string[], { fitView, getZoom }: ReactFlowInstance): void {
  const maxZoom = Math.min(getZoom(), FIT_VIEW.maxZoom);
  requestAnimationFrame(
    () => void fitView({ ...FIT_VIEW, maxZoom, nodes: ids.map((id) => ({ id })), duration: 0 }),
  );
}

export function useCanvasKeys() {
  const flow = useReactFlow();
  const showAll = useFit();
  const language = useLanguage();
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { target, currentTarget: canvas, altKey, ctrlKey, metaKey, shiftKey } = event;
      const key = keyOf(event);
      // Keys pressed in a popover get here too, by way of React's tree.
      if (!(target instanceof Element) || !canvas.contains(target) || isTyping(target)) return;
      const node = target.closest('.react-flow__node');
      const focused = node?.getAttribute('data-id') ?? undefined;
      // Enter presses the buttons of a module, and with Shift adds the module to the selection.
      if (key === 'Enter' && (target !== node || shiftKey)) return;
      const keys = ctrlKey || metaKey ? COMMANDS : PLAIN;
      const run = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (run && !altKey) run({ canvas, focused, flow, showAll, language });
      else if (isArrow(key) && !altKey && !ctrlKey && !metaKey && focused) {
        const next = alongFlow(useDraft.getState().graph, focused, key);
        if (next) void focusModule(next, canvas, flow);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [flow, showAll, language],
  );
}

function isTyping(target: Element): boolean {
  return target.matches('input, textarea, [contenteditable]');
}

/** Selects it, too: its settings are shown, and commands are about it. */
async function focusModule(
  id: string,
  canvas: HTMLElement,
  { setCenter, getZoom }: ReactFlowInstance,
): Promise<void> {
  const find = () => canvas.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  const module = useDraft.getState().graph.modules.find((candidate) => candidate.id === id);
  select([id]);
  if (!find() && module) {
    // Modules outside the view are not in the document.
    await setCenter(module.position.x, module.position.y, { zoom: getZoom() });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  find()?.focus();
}

/** What is selected, or else what has the focus. */
function removeSelection(press: Press): void {
  const { modules, edges, section } = useCanvas.getState();
  const { focused } = press;
  const isNothing = modules.length === 0 && edges.length === 0 && section === null;
  const alone = isNothing && focused !== undefined ? focused : null;
  const gone = section ?? alone;
  const selected = new Set(edges);
  const removed = alone === null || isSection(alone) ? modules : [alone];
  focusBefore(press, removed);
  if (gone !== null && isSection(gone)) deleteSection(gone);
  remove(
    removed,
    useDraft.getState().graph.edges.filter((edge) => selected.has(edgeId(edge))),
  );
}

/** The focus would be lost with what is removed: the module before it takes it, or else the canvas. */
function focusBefore({ canvas, focused }: Press, removed: readonly string[]): void {
  const from = focused ?? removed[0];
  const before = from && alongFlow(useDraft.getState().graph, from, 'ArrowUp');
  canvas.focus();
  if (before && !removed.includes(before)) focusNode(before);
}

/** On the selected edge; or below the module, on its first branch that leads nowhere, or its first. */
function addModuleHere(focused: string | undefined): void {
  const { modules, edges } = useDraft.getState().graph;
  const selection = useCanvas.getState();
  const edge = edges.find((each) => selection.edges.includes(edgeId(each)));
  const onEdge = edge && { kind: 'below' as const, moduleId: edge.from, branch: edge.branch };
  const module = focused ?? inspectedModule(selection);
  const target = focused === undefined && onEdge ? onEdge : placeBelow(module);
  if (modules.length === 0) openPalette({ kind: 'first' });
  else if (target) openPalette(target);
  // What is typed to find a module would otherwise be taken for shortcuts, and nobody would know why.
  else notify(i18n.t(module === null ? 'flow:canvas.addWhere' : 'flow:canvas.addNowhere'));
}

/** The cursor goes into the first field, so that what follows is a Tab away. */
function openSettings(focused: string | undefined): void {
  if (focused !== undefined && isSection(focused)) openSection(focused);
  const module = useDraft.getState().graph.modules.find(({ id }) => id === focused);
  if (!module) return;
  setPanels({ isInspectorOpen: true });
  revealModule(module.id, { field: firstFieldOf(module), where: 'inView' });
}

/** A section's name is in the column beside the canvas. */
function rename(focused: string | undefined): void {
  const id = focused ?? inspectedModule(useCanvas.getState());
  if (id !== null && !isSection(id)) renameHere(id);
  else if (id !== null) openSection(id);
}

/** The section that has the focus. */
function resize(focused: string | undefined, across: number, down: number): void {
  if (focused === undefined || !isSection(focused)) return;
  resizeSection(focused, { width: across * RESIZED_BY, height: down * RESIZED_BY });
}

function isSection(id: string): boolean {
  return sectionsOf(useDraft.getState().graph).some((section) => section.id === id);
}

function connectFrom(focused: string | undefined): void {
  const moduleId = focused ?? inspectedModule(useCanvas.getState());
  if (moduleId) openDialog({ kind: 'connect', moduleId });
}
