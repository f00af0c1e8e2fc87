import type { FieldGroup } from '../../../preload/contract';
import { createScreenStore } from '../../app/screen-store';

/** Groups that the author has opened or closed: the next module shows them alike. */
export const useGroups = createScreenStore<Partial<Record<FieldGroup, boolean>>>(() => ({}));

export function openGroup(group: FieldGroup, isOpen: boolean): void {
  useGroups.setState({ [group]: isOpen });
}
