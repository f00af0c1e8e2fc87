/** Puts the cursor into a field, preferring the item of a list where something is wrong. */
export function focusField(root: HTMLElement, field: string | undefined): void {
  if (field === undefined) return;
  const selector = `[data-field="${CSS.escape(field)}"]`;
  const target =
    root.querySelector<HTMLElement>(`${selector}[aria-invalid="true"]`) ??
    root.querySelector<HTMLElement>(selector);
  target?.focus();
}
