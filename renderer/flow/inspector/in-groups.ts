import { FIELD_GROUPS, type FieldGroup, type FormField } from '../../../preload/contract';

/** What authors set now and then: the names of these groups are enough until one is opened. */
const FOLDED: ReadonlySet<FieldGroup> = new Set([
  'replies',
  'media',
  'look',
  'labels',
  'known',
  'silence',
  'storage',
]);

export interface GroupOfFields {
  readonly group: FieldGroup;
  readonly fields: readonly FormField[];
  /** Shown without having been opened. */
  readonly isOpen: boolean;
}

/** Fields by what they are about, in the order that all modules share. The first group is always open. */
export function inGroups(fields: readonly FormField[]): GroupOfFields[] {
  return FIELD_GROUPS.flatMap((group) => {
    const its = fields.filter((field) => field.group === group);
    return its.length > 0 ? [{ group, fields: its }] : [];
  }).map((each, at) => ({ ...each, isOpen: at === 0 || !FOLDED.has(each.group) }));
}
