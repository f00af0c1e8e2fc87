import type { ParsedInput, Preferences } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';

/** How the application looks to its user, kept outside of the workspace. The file is in `main/app`. */
export interface PreferenceStore {
  get(): Preferences;
  set(changes: ParsedInput<'preferences.set'>): Promise<Preferences>;
}

export const preferences = part<PreferenceStore>('preferences');
