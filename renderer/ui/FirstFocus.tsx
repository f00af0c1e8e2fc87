import { useLayoutEffect, useRef } from 'react';

const FIELDS = 'input:not([type=hidden]), select, textarea, [contenteditable=true]';
const BUTTONS = 'button';

/**
 * Begins the content of a dialog. Where nothing there asks for the focus (`data-autofocus`), its first field gets
 * it, or else its first button or the content itself: the cross of the heading says nothing of what is asked.
 */
export function FirstFocus() {
  const marker = useRef<HTMLSpanElement>(null);
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    const content = marker.current?.parentElement;
    // Until what was waited for is there, the content itself is marked.
    if (!content || (hasBegun.current && !content.hasAttribute('data-autofocus'))) return;
    hasBegun.current = true;
    const next = askedIn(content) ?? firstIn(content) ?? content;
    if (!content.hasAttribute('tabindex')) content.tabIndex = -1;
    content.removeAttribute('data-autofocus');
    // Where Mantine's trap looks for it.
    next.setAttribute('data-autofocus', 'true');
    if (document.activeElement === content) next.focus({ preventScroll: true });
  });
  return <span ref={marker} hidden />;
}

function askedIn(content: HTMLElement): HTMLElement | null {
  return content.querySelector<HTMLElement>('[data-autofocus]');
}

function firstIn(content: HTMLElement): HTMLElement | null {
  for (const kind of [FIELDS, BUTTONS]) {
    const found = [...content.querySelectorAll<HTMLElement>(kind)].filter(
      (each) => each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility(),
    );
    const [first] = found;
    // Of radio buttons, Tab reaches the one that is chosen.
    const chosen = first?.matches('[type=radio]') && found.find((each) => each.matches(':checked'));
    if (first) return chosen || first;
  }
  return null;
}
