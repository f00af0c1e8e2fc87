import type { Language, ModuleNode } from '../../../preload/contract';
import { type Catalogue, labelledBranches } from '../modules/catalogue';
import { nodeLayout, type Size } from './layout';

export type SizeOf = (module: ModuleNode) => Size;

export function sizeIn(catalogue: Catalogue, language: Language): SizeOf {
  return (module) => nodeLayout(labelledBranches(catalogue, module, language));
}
