import { z } from 'zod';
import { SweepReport } from '../../preload/contract';
import type { Store } from './database';

/** What the workspace remembers about itself. */
interface Settings {
  store_data: boolean;
  max_retention_days: number;
  last_sweep: SweepReport | null;
}

/** Each with the value that holds until one is set. */
const schemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  store_data: z.boolean().default(true),
  max_retention_days: z.number().int().positive().default(1_095),
  last_sweep: SweepReport.nullable().default(null),
};

export async function readSetting<K extends keyof Settings>(
  store: Store,
  key: K,
): Promise<Settings[K]> {
  const row = await store
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return schemas[key].parse(row === undefined ? undefined : JSON.parse(row.value));
}

export async function writeSetting<K extends keyof Settings>(
  store: Store,
  key: K,
  value: Settings[K],
): Promise<void> {
  const text = JSON.stringify(value);
  await store
    .insertInto('settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
