import { type Field, neighbourOf } from './field';

/*
 * Types into a field as its user would: the browser changes it and tells of it (`beforeinput`, `input`),
 * so that the page, its limits and its history of changes follow. For this, the field keeps the focus.
 */

/** Replaces what is selected, or inserts at the caret. */
export function type(text: string): void {
  document.execCommand('insertText', false, text);
}

export function erase(): void {
  document.execCommand('delete');
}

export function moveCaret(field: Field, step: 1 | -1): void {
  if (field instanceof HTMLSelectElement || field.selectionStart === null) return;
  const edge = step < 0 ? field.selectionStart : field.selectionEnd;
  const isSelecting = field.selectionStart !== field.selectionEnd;
  const at = Math.max(0, (edge ?? 0) + (isSelecting ? 0 : step));
  field.setSelectionRange(at, at);
}

/** A new line where there are some, else the next field, and after the last one, the end. */
export function enter(field: Field): void {
  if (field instanceof HTMLTextAreaElement) document.execCommand('insertLineBreak');
  else if (!goTo(neighbourOf(field, 1))) field.form?.requestSubmit();
}

export function goTo(field: Field | null): boolean {
  field?.focus();
  return field !== null;
}

/** Sets what cannot be typed letter by letter, such as a day; the page hears of it as of any input. */
export function setValue(field: HTMLInputElement, value: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
