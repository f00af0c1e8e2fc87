import { type ChannelName, channels, permits, type Role } from '../../preload/contract';
import { createScreenStore } from './screen-store';

/**
 * In the order of the navigation and of the shortcuts Ctrl/Cmd+1 and so on, each with the channel
 * without which it would have nothing to show: a role that may not use it does not see the screen.
 */
const SCREEN_CHANNELS = {
  experiences: 'experiences.get',
  data: 'data.tables',
  dashboard: 'dashboard.participations',
  person: 'privacy.find',
  draws: 'draws.list',
  exports: 'exports.list',
  codes: 'codes.pools',
  retention: 'retention.status',
  users: 'users.list',
  legal: 'legal.list',
  records: 'records.report',
  audit: 'audit.page',
  settings: 'workspace.settings',
} as const satisfies Record<string, ChannelName>;
export type Screen = keyof typeof SCREEN_CHANNELS;

const SCREENS = Object.keys(SCREEN_CHANNELS) as Screen[];

export function screensFor(role: Role): Screen[] {
  return SCREENS.filter((screen) => permits(channels[SCREEN_CHANNELS[screen]].access, role));
}

interface NavigationState {
  /** Null: the first screen that the role permits. */
  screen: Screen | null;
  goTo(screen: Screen): void;
}

export const useNavigation = createScreenStore<NavigationState>((set) => ({
  screen: null,
  goTo: (screen) => set({ screen }),
}));
