import type { ReactFlowInstance } from '@xyflow/react';
import type { Language, Section } from '../../../preload/contract';
import { i18n } from '../../app/i18n';
import { useBuilder } from '../builder-store';
import { focusDrawn } from '../canvas/focus-node';
import { selectSection, useCanvas } from '../canvas-store';
import { apply } from '../draft-actions';
import { useDraft } from '../draft-store';
import { snap } from '../graph/layout';
import {
  addSection,
  changeSection,
  type Frame,
  frameAround,
  LEAST_SIZE,
  modulesIn,
  removeSection,
  sectionsOf,
} from '../graph/sections';
import { sizeIn } from '../graph/size-of';
import { setPanels } from '../panels/panels-store';

const EMPTY = { width: 480, height: 320 };

/** Around the selected modules, or empty in the middle of what is seen of the canvas. */
export function addSectionHere(
  toFlow: ReactFlowInstance['screenToFlowPosition'],
  language: Language,
): void {
  const selected = new Set(useCanvas.getState().modules);
  const modules = useDraft.getState().graph.modules.filter(({ id }) => selected.has(id));
  const frame = frameAround(modules, sizeIn(useBuilder.getState().catalogue, language));
  const section: Section = {
    id: crypto.randomUUID(),
    name: i18n.t('flow:sections.unnamed'),
    colour: 'blue',
    ...(frame ?? emptyFrame(toFlow)),
  };
  apply((graph) => addSection(graph, section));
  openSection(section.id);
}

/** Goes to the name of a section, and to what else can be done with it. */
export function openSection(id: string): void {
  selectSection(id);
  setPanels({ isInspectorOpen: true });
  focusDrawn(`[data-section="${CSS.escape(id)}"] input`);
}

function emptyFrame(toFlow: ReactFlowInstance['screenToFlowPosition']): Frame {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const { x, y } = toFlow({
    x: (canvas?.x ?? 0) + (canvas?.width ?? 0) / 2,
    y: (canvas?.y ?? 0) + (canvas?.height ?? 0) / 2,
  });
  return { ...EMPTY, x: snap(x - EMPTY.width / 2), y: snap(y - EMPTY.height / 2) };
}

/** `group` makes one undo step of what is typed or dragged. */
export function editSection(id: string, changes: Partial<Section>, group?: string): void {
  useDraft
    .getState()
    .change((graph) => changeSection(graph, id, changes), group && `${id}:${group}`);
}

/** Wider and higher, or less so; never too small for its name. */
export function resizeSection(id: string, by: { width: number; height: number }): void {
  const section = sectionsOf(useDraft.getState().graph).find((each) => each.id === id);
  if (!section) return;
  const width = Math.max(LEAST_SIZE.width, section.width + by.width);
  const height = Math.max(LEAST_SIZE.height, section.height + by.height);
  editSection(id, { width, height }, 'size');
}

/** As large as its modules need it. */
export function fitSection(id: string, language: Language): void {
  const { graph } = useDraft.getState();
  const section = sectionsOf(graph).find((each) => each.id === id);
  const sizeOf = sizeIn(useBuilder.getState().catalogue, language);
  const frame = section && frameAround(modulesIn(graph, section), sizeOf);
  if (frame) editSection(id, frame);
}

export function deleteSection(id: string): void {
  apply((graph) => removeSection(graph, id));
  selectSection(null);
}
