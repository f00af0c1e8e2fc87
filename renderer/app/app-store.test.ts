import { notifications, notificationsStore } from '@mantine/notifications';
import { expect, it } from 'vitest';
import type { WorkspaceStatus } from '../../preload/contract';
import { useAppStore } from './app-store';

it('keeps what it told after a lock when the same is said again, and forgets it with the next', () => {
  const { setStatus } = useAppStore.getState();
  const shown = () => notificationsStore.getState().notifications.map(({ message }) => message);
  const locked: WorkspaceStatus = {
    state: 'locked',
    name: 'W',
    folder: '/w',
    users: [],
    justRestored: false,
    reason: null,
  };
  setStatus({ state: 'none', folder: '/w' });
  setStatus(locked);
  notifications.show({ message: 'restored' });
  setStatus(locked);
  expect(shown()).toEqual(['restored']);
  setStatus({ state: 'none', folder: '/w' });
  expect(shown()).toEqual([]);
});

it('shows nothing once the workspace is locked, until main has shown the page anew', () => {
  const { setStatus } = useAppStore.getState();
  setStatus({
    state: 'unlocked',
    name: 'W',
    folder: '/w',
    user: { id: 'ann', name: 'Ann', role: 'admin' },
    auditIntact: true,
    passphraseIsTemporary: false,
    slotsWarning: null,
  });
  setStatus({
    state: 'locked',
    name: 'W',
    folder: '/w',
    users: [],
    justRestored: false,
    reason: null,
  });
  expect(useAppStore.getState().status).toBeNull();
});
