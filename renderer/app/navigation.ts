import { z } from 'zod';
import { type ChannelName, channels, permits, type Role } from '../../preload/contract';
import { keepStores } from './place';
import { createScreenStore } from './screen-store';

/**
 * By the work that they are for, in the order of the navigation and of the shortcuts Ctrl/Cmd+1 and so
 * on, each with the channel without which it would have nothing to show: a role that may not use it
 * does not see the screen.
 */
const GROUPS = {
  build: {
    experiences: 'experiences.get',
    codes: 'codes.pools',
    legal: 'legal.list',
  },
  collect: {
    kiosk: 'kiosk.start',
  },
  data: {
    dashboard: 'dashboard.participations',
    data: 'data.tables',
    draws: 'draws.list',
    exports: 'exports.list',
  },
  protect: {
    requests: 'privacy.find',
    retention: 'retention.status',
    records: 'records.report',
    audit: 'audit.page',
  },
  administration: {
    users: 'users.list',
    settings: 'workspace.settings',
  },
} as const satisfies Record<string, Record<string, ChannelName>>;
export type Group = keyof typeof GROUPS;
type ScreenOf<G> = G extends unknown ? keyof G : never;
export type Screen = ScreenOf<(typeof GROUPS)[Group]>;

export interface ScreenGroup {
  group: Group;
  screens: Screen[];
}

/** Only those with a screen for the role. */
export function groupsFor(role: Role): ScreenGroup[] {
  return Object.entries(GROUPS)
    .map(([group, screens]) => ({
      group: group as Group,
      screens: Object.entries(screens)
        .filter(([, channel]) => permits(channels[channel].access, role))
        .map(([screen]) => screen as Screen),
    }))
    .filter(({ screens }) => screens.length > 0);
}

/** What a role works with, where that is not the first screen that it sees. */
const FIRST: Partial<Record<Role, Screen>> = {
  viewer: 'data',
  steward: 'data',
  auditor: 'audit',
};

/** Where somebody with the role begins, among the screens that it permits. */
export function firstScreen(role: Role | null, permitted: readonly Screen[]): Screen | undefined {
  const own = role === null ? undefined : FIRST[role];
  return own !== undefined && permitted.includes(own) ? own : permitted[0];
}

interface NavigationState {
  /** Null: where the role begins. */
  screen: Screen | null;
  goTo(screen: Screen): void;
}

export const useNavigation = createScreenStore<NavigationState>((set) => ({
  screen: null,
  goTo: (screen) => set({ screen }),
}));

keepStores([useNavigation], 'screen', {
  shape: z.string().transform((screen) => screen as Screen),
  of: () => useNavigation.getState().screen ?? undefined,
  // One that is not there any more, or not for this role, is passed over by `useScreens`.
  restore: (screen) => useNavigation.setState({ screen }),
});
