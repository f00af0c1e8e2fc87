import { z } from 'zod';

/** A table that a module writes only while one of its settings has a value. Data: the builder reads it as main does. */
export const WrittenWhen = z.object({
  /** A list of settings of which one item has it; the module's own settings where not declared. */
  each: z.string().optional(),
  key: z.string(),
  value: z.string(),
  /** What the setting is while it is not set. */
  initial: z.string().optional(),
});
export type WrittenWhen = z.infer<typeof WrittenWhen>;

const Items = z.array(z.record(z.string(), z.unknown()));

export function isWritten(
  when: WrittenWhen | undefined,
  settings: Readonly<Record<string, unknown>>,
): boolean {
  if (!when) return true;
  const { each, key, value, initial } = when;
  const items = each === undefined ? [settings] : (Items.safeParse(settings[each]).data ?? []);
  return items.some((item) => (item[key] ?? initial) === value);
}
