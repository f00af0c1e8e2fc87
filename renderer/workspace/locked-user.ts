import type { WorkspaceStatus } from '../../preload/contract';

export type LockedUser = Extract<WorkspaceStatus, { state: 'locked' }>['users'][number];
