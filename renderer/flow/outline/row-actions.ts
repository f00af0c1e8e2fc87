import { focusDrawn } from '../canvas/focus-node';
import { placeBelow } from '../canvas/place-below';
import type { PaletteTarget } from '../canvas-store';
import { openBranch, remove } from '../draft-actions';
import { keyOfRow, type OutlineRow, ownerOf } from '../graph/outline';

/** Where a module is added from a row: after its module, or on its way; null where there is none. */
export function placeAt(row: OutlineRow): Extract<PaletteTarget, { kind: 'below' }> | null {
  if (row.kind === 'module') return placeBelow(row.module.id);
  return { kind: 'below', moduleId: row.from, branch: row.branchId };
}

/** Deletes the module of a row, or the connection that it is about; the focus stays in the list. */
export function removeRow(row: OutlineRow): void {
  if (row.kind === 'ends') return;
  if (row.kind === 'goesTo') {
    openBranch(row.from, row.branchId);
    focusRow(keyOfRow(row), ownerOf(row));
    return;
  }
  const element = rowElement(row.module.id);
  const around = [element?.nextElementSibling, element?.previousElementSibling];
  const keys = around.map((each) => each?.getAttribute('data-row') ?? '');
  remove([row.module.id]);
  focusRow(...keys);
}

/** Moves the focus to the first of the rows that is there, once they are drawn. */
export function focusRow(...keys: readonly string[]): void {
  requestAnimationFrame(() => {
    const key = keys.find((each) => rowElement(each) !== null) ?? '';
    focusDrawn(key ? selectorOf(key) : '[role=treeitem][tabindex="0"], [data-empty-flow] button');
  });
}

export function rowElement(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selectorOf(key));
}

function selectorOf(key: string): string {
  return `[role=treeitem][data-row="${CSS.escape(key)}"]`;
}
