import { useCallback, useEffect, useState } from 'react';
import { asField, type Field } from './field';

const UP = ['pointerup', 'pointercancel'] as const;
/** Once the click of a press has come as well. */
const AFTER_CLICK_MS = 120;

/**
 * The field that is typed into, for as long as it has the focus; null when none has, or the keyboard was
 * put away. Touching the field brings it back.
 */
export function useFocusedField(): { field: Field | null; close: () => void } {
  const [field, setField] = useState<Field | null>(null);

  useEffect(() => {
    const look = ({ target }: Event) => {
      const next = asField(target);
      if (next) setField(next);
      else leave();
    };
    const touch = ({ target }: Event) => {
      if (target === document.activeElement) setField(asField(target));
    };
    // Where the focus goes is known only afterwards; a field that was removed has told nobody.
    const check = () => {
      setField((current) => (current === document.activeElement ? current : null));
    };
    let isPressed = false;
    const leave = () => {
      if (!isPressed) setTimeout(check);
    };
    // A keyboard that goes while a button is pressed would move the button from under the finger.
    const press = () => {
      isPressed = true;
    };
    const release = () => {
      isPressed = false;
      setTimeout(check, AFTER_CLICK_MS);
    };
    const removal = new MutationObserver(leave);
    removal.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', leave);
    document.addEventListener('pointerdown', touch);
    document.addEventListener('pointerdown', press, true);
    for (const up of UP) document.addEventListener(up, release, true);
    setField(asField(document.activeElement));
    return () => {
      removal.disconnect();
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', leave);
      document.removeEventListener('pointerdown', touch);
      document.removeEventListener('pointerdown', press, true);
      for (const up of UP) document.removeEventListener(up, release, true);
    };
  }, []);

  return { field, close: useCallback(() => setField(null), []) };
}
