import { type Screen, useNavigation } from './navigation';

/** Past the navigation: what follows is a Tab away. */
export function focusContent(): void {
  document.querySelector<HTMLElement>('main[tabindex]')?.focus();
}

/** For whoever goes there by key, also where the screen is there already. */
export function showScreen(screen: Screen): void {
  useNavigation.getState().goTo(screen);
  focusContent();
}
