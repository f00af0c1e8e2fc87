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

function focusDrawn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
