/** Moves the focus to a module on the canvas or in the list, once it is drawn. */
export function focusNode(id: string): void {
  focusDrawn(nodeSelector(id));
}

/** Moves the focus back to the button that opened the palette. */
export function focusAddButton(id: string, branch: string): void {
  focusDrawn(`${nodeSelector(id)} button[data-branch="${CSS.escape(branch)}"]`);
}

function nodeSelector(id: string): string {
  return `:is(.react-flow__node, [role=treeitem])[data-id="${CSS.escape(id)}"]`;
}

/** Modules outside the view are drawn once the view has moved to them. */
const MOST_FRAMES = 60;

/** Moves the focus to what matches, once it is drawn. */
export function focusDrawn(selector: string, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const drawn = document.querySelector<HTMLElement>(selector);
    if (drawn) drawn.focus();
    else if (frames > 0) focusDrawn(selector, frames - 1);
  });
}
