import { z } from 'zod';

/** Milliseconds since the Unix epoch, UTC, up to the last instant that a date can hold. */
export const InstantMs = z.number().int().nonnegative().max(8.64e15);
export const Days = z.number().int().min(1).max(36_500);
export const Id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export const Language = z.enum(['en', 'de']);
export type Language = z.infer<typeof Language>;
export const Nothing = z.void();

/** `preview`: played beside the builder. `kiosk`: collected from participants on this machine. */
export const ChatChannel = z.enum(['preview', 'kiosk']);
export type ChatChannel = z.infer<typeof ChatChannel>;

/** A name of somebody or something, with something in it that can be seen. */
export const VisibleName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/[^\s\p{DI}\u2800]/u);
