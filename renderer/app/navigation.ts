import { createScreenStore } from './screen-store';

/** In the order of the navigation and of the shortcuts Ctrl/Cmd+1 to 3. */
export const SCREENS = ['experiences', 'data', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

interface NavigationState {
  screen: Screen;
  goTo(screen: Screen): void;
}

export const useNavigation = createScreenStore<NavigationState>((set) => ({
  screen: 'experiences',
  goTo: (screen) => set({ screen }),
}));
