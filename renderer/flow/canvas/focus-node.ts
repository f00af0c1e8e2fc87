/** Moves the focus to a module on the canvas, once it is drawn. */
export function focusNode(id: string): void {
  focusDrawn(nodeSelector(id));
}

/** Moves the focus back to the button that opened the palette. */
export function focusAddButton(id: string, branch: string): void {
  focusDrawn(`${nodeSelector(id)} button[data-branch="${CSS.escape(branch)}"]`);
}

function nodeSelector(id: string): string {
  return `.react-flow__node[data-id="${CSS.escape(id)}"]`;
}

/** Modules outside the view are drawn once the view has moved to them. */
const MOST_FRAMES = 60;

function focusDrawn(selector: string, frames = MOST_FRAMES): void {
  requestAnimationFrame(() => {
    const drawn = document.querySelector<HTMLElement>(selector);
    if (drawn) drawn.focus();
    else if (frames > 0) focusDrawn(selector, frames - 1);
  });
}
