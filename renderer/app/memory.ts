import type { z } from 'zod';
import type { MemoryKey } from '../../preload/contract';
import { call } from './client';

/** What was remembered and is still of the shape; null for anything else. */
export async function recall<T>(key: MemoryKey, shape: z.ZodType<T>): Promise<T | null> {
  const value = await call('memory.recall', { key });
  if (value === null) return null;
  return shape.safeParse(JSON.parse(value)).data ?? null;
}

/** Undefined forgets it. */
export async function remember(key: MemoryKey, value: unknown): Promise<void> {
  await call('memory.remember', { key, value: value === undefined ? null : JSON.stringify(value) });
}
