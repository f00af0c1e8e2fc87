import { type RefObject, useEffect } from 'react';
import { keyOf } from '../app/keys';
import { isDialogOpen } from '../ui/layers';
import { setLarge, usePreview } from './preview-store';

/** The large preview takes the focus, and gives way on Escape; a menu in it does so first. */
export function useLeaveLarge(panel: RefObject<HTMLElement | null>): void {
  const isLarge = usePreview((state) => state.isLarge);
  useEffect(() => {
    if (!isLarge) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isInside =
        event.target === document.body || panel.current?.contains(event.target as Node);
      const hasMenu = panel.current?.querySelector('[aria-expanded="true"][aria-haspopup]') != null;
      if (keyOf(event) !== 'Escape' || !isInside || hasMenu || isDialogOpen()) return;
      // What lies below it is not meant.
      event.preventDefault();
      event.stopPropagation();
      setLarge(false);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [isLarge, panel]);
}
