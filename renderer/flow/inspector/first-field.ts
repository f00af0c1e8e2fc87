import type { ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { inGroups } from './in-groups';
import { visibleFields } from './visible-fields';

/** The path of the field at which a module's settings begin. */
export function firstFieldOf({ type, settings }: ModuleNode): string | undefined {
  const descriptor = useBuilder.getState().catalogue.get(type);
  return inGroups(visibleFields(descriptor?.form ?? [], settings))[0]?.fields[0]?.path;
}
