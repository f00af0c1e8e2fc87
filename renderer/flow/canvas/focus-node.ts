/** Moves the focus to a module on the canvas once it is drawn. */
export function focusNode(id: string): void {
  requestAnimationFrame(() => {
    const selector = `.react-flow__node[data-id="${CSS.escape(id)}"]`;
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}
