import type { ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { visibleFields } from './visible-fields';

/** The path of the field at which a module's settings begin. */
export function firstFieldOf({ type, settings }: ModuleNode): string | undefined {
  const descriptor = useBuilder.getState().catalogue.get(type);
  return visibleFields(descriptor?.form ?? [], settings).find(({ isMore }) => !isMore)?.path;
}
