import { useNavigation } from '../app/navigation';
import { createScreenStore } from '../app/screen-store';

/** The sections of the settings that can be opened from elsewhere. */
export type SettingSection =
  | 'storage'
  | 'sweep'
  | 'mine'
  | 'clock'
  | 'idleLock'
  | 'preferences'
  | 'backup'
  | 'workspace';

/** Which section is to be shown, until it is. */
export const useWantedSection = createScreenStore<{ section: SettingSection | null }>(() => ({
  section: null,
}));

export function openSetting(section: SettingSection): void {
  useWantedSection.setState({ section });
  useNavigation.getState().goTo('settings');
}
