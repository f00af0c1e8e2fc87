import { type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, useCallback } from 'react';
import type { Language } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { keyOf } from '../../app/keys';
import { useBuilder } from '../builder-store';
import {
  inspectedModule,
  openDialog,
  openPalette,
  revealModule,
  select,
  toggleDock,
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
import { inGroups } from '../inspector/in-groups';
import { visibleFields } from '../inspector/visible-fields';
import { useLanguage } from '../use-language';
import { FIT } from './fit';
import { edgeId } from './flow-elements';
import { isArrow } from './nearest-module';
import { placeBelow } from './place-below';

interface Press {
  readonly canvas: HTMLElement;
  /** The module that has the focus. */
  readonly focused: string | undefined;
  readonly flow: ReactFlowInstance;
  readonly language: Language;
}

/** Alone. Alt with an arrow is left to React Flow, which moves the selected modules. */
const PLAIN: Readonly<Record<string, (press: Press) => void>> = {
  Delete: ({ canvas }) => removeSelection(canvas),
  Backspace: ({ canvas }) => removeSelection(canvas),
  a: ({ focused }) => addModuleHere(focused),
  c: ({ focused }) => connectFrom(focused),
  p: toggleDock,
  t: ({ flow, language }) => {
    tidy(language);
    requestAnimationFrame(() => void flow.fitView(FIT));
  },
  f: ({ flow }) => void flow.fitView(FIT),
  '0': ({ flow }) => void flow.zoomTo(1),
  '+': ({ flow }) => void flow.zoomIn(),
  '=': ({ flow }) => void flow.zoomIn(),
  '-': ({ flow }) => void flow.zoomOut(),
  '?': () => openDialog({ kind: 'shortcuts' }),
  Enter: ({ focused }) => openSettings(focused),
  Escape: () => select([]),
};

/** With Ctrl, or Cmd on a Mac. */
const COMMANDS: Readonly<Record<string, (press: Press) => void>> = {
  a: () => void selectAll(),
  c: () => void copySelection().catch(showError),
  x: ({ canvas }) => {
    void cutSelection().catch(showError);
    canvas.focus();
  },
  v: ({ canvas, flow, language }) => {
    const { x, y, width, height } = canvas.getBoundingClientRect();
    const at = flow.screenToFlowPosition({ x: x + width / 2, y: y + height / 3 });
    void paste(at, language)
      .then((ids) => show(ids, flow))
      .catch(showError);
  },
  d: ({ flow, language }) => show(duplicateSelection(language), flow),
};

/** What was added may be outside of the view. */
function show(ids: readonly string[], { fitView, getZoom }: ReactFlowInstance): void {
  const maxZoom = Math.min(getZoom(), FIT.maxZoom);
  requestAnimationFrame(
    () => void fitView({ ...FIT, maxZoom, nodes: ids.map((id) => ({ id })), duration: 0 }),
  );
}

export function useCanvasKeys() {
  const flow = useReactFlow();
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
      if (run && !altKey) run({ canvas, focused, flow, language });
      else if (isArrow(key) && !altKey && !ctrlKey && !metaKey && focused) {
        const next = alongFlow(useDraft.getState().graph, focused, key);
        if (next) void focusModule(next, canvas, flow);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [flow, language],
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

/** The focus would be lost with what is removed, and with it the keyboard's way back. */
function removeSelection(canvas: HTMLElement): void {
  const { modules, edges } = useCanvas.getState();
  const selected = new Set(edges);
  remove(
    modules,
    useDraft.getState().graph.edges.filter((edge) => selected.has(edgeId(edge))),
  );
  canvas.focus();
}

/** On the selected edge; or below the module, on its first branch that leads nowhere, or its first. */
function addModuleHere(focused: string | undefined): void {
  const { modules, edges } = useDraft.getState().graph;
  const selection = useCanvas.getState();
  const edge = edges.find((each) => selection.edges.includes(edgeId(each)));
  const onEdge = edge && { kind: 'below' as const, moduleId: edge.from, branch: edge.branch };
  const target =
    focused === undefined && onEdge ? onEdge : placeBelow(focused ?? inspectedModule(selection));
  if (modules.length === 0) openPalette({ kind: 'first' });
  else if (target) openPalette(target);
}

/** The cursor goes into the first field, so that what follows is a Tab away. */
function openSettings(focused: string | undefined): void {
  const module = useDraft.getState().graph.modules.find(({ id }) => id === focused);
  const descriptor = module && useBuilder.getState().catalogue.get(module.type);
  if (!module || !descriptor) return;
  const [first] = inGroups(visibleFields(descriptor.form, module.settings))[0]?.fields ?? [];
  revealModule(module.id, { field: first?.path, where: 'inView' });
}

function connectFrom(focused: string | undefined): void {
  const moduleId = focused ?? inspectedModule(useCanvas.getState());
  if (moduleId) openDialog({ kind: 'connect', moduleId });
}
