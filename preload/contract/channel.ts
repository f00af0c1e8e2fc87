import type { z } from 'zod';

export const ROLES = ['admin', 'editor', 'viewer', 'steward', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/**
 * `anyone` works while the workspace is locked; `kiosk` is for the window that participants stand
 * before, which can ask for nothing else; otherwise the listed roles and always `admin`.
 */
export type Access = 'anyone' | 'kiosk' | readonly Role[];

export interface Channel<
  A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  P extends string | undefined = undefined,
> {
  readonly access: A;
  readonly input: I;
  readonly output: O;
  /** The event that tells the windows how far a call is. */
  readonly progress?: P;
}

/** Declares a channel once; main's router, the preload bridge and the renderer's client follow. */
export function channel<
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  const P extends string | undefined = undefined,
>(declaration: Channel<A, I, O, P>): Channel<A, I, O, P> {
  return declaration;
}

/** Whether somebody who has unlocked the workspace in this role may use the channel. */
export function permits(access: Access, role: Role): boolean {
  if (access === 'kiosk') return false;
  return access === 'anyone' || role === 'admin' || access.includes(role);
}

/** Every role of an unlocked workspace. */
export const SIGNED_IN: readonly Role[] = ROLES;
