import type { DragEvent } from 'react';
import type { Language, ModuleDescriptor } from '../../../preload/contract';
import { focusNode } from '../canvas/focus-node';
import { freePlace, placeBelow } from '../canvas/place-below';
import { MODULE_DRAG } from '../canvas/use-drop';
import { inspectedModule, type PaletteTarget, useCanvas } from '../canvas-store';
import { addModule } from '../draft-actions';
import { useDraft } from '../draft-store';

/** Adds a module below the selected one; else where nothing is yet, under all others. */
export function addFromDock(descriptor: ModuleDescriptor, language: Language): void {
  focusNode(addModule(placeFor(), descriptor, language));
}

function placeFor(): PaletteTarget {
  if (useDraft.getState().graph.modules.length === 0) return { kind: 'first' };
  return placeBelow(inspectedModule(useCanvas.getState())) ?? { kind: 'at', ...freePlace() };
}

/** A module of the palette is taken to the canvas. */
export function beginDrag({ dataTransfer }: DragEvent, { type }: ModuleDescriptor): void {
  dataTransfer.setData(MODULE_DRAG, type);
  dataTransfer.effectAllowed = 'copy';
}
