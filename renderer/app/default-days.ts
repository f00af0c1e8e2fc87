import type { ModuleDescriptor, TableName } from '../../preload/contract';

export interface DayRange {
  min: number;
  max: number;
}

/** How long the modules that write to a table keep its rows by default; null if none does. */
export function defaultDays(
  modules: readonly ModuleDescriptor[],
  table: TableName,
): DayRange | null {
  const days = modules
    .flatMap(({ stores }) => stores)
    .filter((rule) => rule.table === table)
    .map((rule) => rule.days);
  return days.length === 0 ? null : { min: Math.min(...days), max: Math.max(...days) };
}
