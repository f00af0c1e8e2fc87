/** Puts the cursor into a field, preferring the item of a list where something is wrong. */
export function focusField(root: HTMLElement, field: string | undefined): void {
  if (field === undefined) return;
  const selector = `[data-field="${CSS.escape(field)}"]`;
  const target =
    root.querySelector<HTMLElement>(`${selector}[aria-invalid="true"]`) ??
    root.querySelector<HTMLElement>(selector);
  if (target) target.focus();
  // The items of a list may be folded away.
  else if (field.includes('.')) focusField(root, field.slice(0, field.lastIndexOf('.')));
}
