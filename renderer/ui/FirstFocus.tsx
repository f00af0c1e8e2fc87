import { useEffect, useLayoutEffect, useRef } from 'react';

const FIELDS = 'input:not([type=hidden]), select, textarea, [contenteditable=true]';
const BUTTONS = 'button';

/**
 * Begins the content of a dialog. Where nothing there asks for the focus (`data-autofocus`), its first field gets
 * it, or else its first button or the content itself: the cross of the heading says nothing of what is asked.
 */
export function FirstFocus() {
  const marker = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const content = marker.current?.parentElement;
    if (!content || askedIn(content)) return;
    if (!content.hasAttribute('tabindex')) content.tabIndex = -1;
    // Where Mantine's trap looks for it.
    (firstIn(content) ?? content).setAttribute('data-autofocus', 'true');
  }, []);
  // What was waited for may be there now.
  useEffect(() => {
    const content = marker.current?.parentElement;
    if (!content || document.activeElement !== content) return;
    (askedIn(content) ?? firstIn(content))?.focus({ preventScroll: true });
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
