import { z } from 'zod';
import { ActivityDetails, RecordDetails } from '../../preload/contract';
import { keepStores } from '../app/place';
import { createScreenStore } from '../app/screen-store';

const { shape } = RecordDetails;

/** What was changed and is not saved: the activities that were, and not the others beside them. */
export const RecordChanges = z.object({
  controller: shape.controller.exactOptional(),
  contact: shape.contact.exactOptional(),
  representative: shape.representative.exactOptional(),
  dataProtectionOfficer: shape.dataProtectionOfficer.exactOptional(),
  activities: shape.activities.exactOptional(),
  own: z
    .object({ users: ActivityDetails.exactOptional(), requests: ActivityDetails.exactOptional() })
    .exactOptional(),
  reviewedBy: shape.reviewedBy.exactOptional(),
  reviewedOn: shape.reviewedOn.exactOptional(),
  nextReview: shape.nextReview.exactOptional(),
});
export type RecordChanges = z.infer<typeof RecordChanges>;

/** The details as they are with what was changed, whatever others have saved meanwhile. */
export function changed(
  details: RecordDetails,
  { activities, own, ...others }: RecordChanges,
): RecordDetails {
  return {
    ...details,
    ...others,
    activities: { ...details.activities, ...activities },
    own: { ...details.own, ...own },
  };
}

interface DraftState {
  isEditing: boolean;
  /** Which part of the records is shown, by its key. */
  part: string;
  changes: RecordChanges;
}

const Kept = z.object({ part: z.string(), changes: RecordChanges });

/** The editor as it was left: another screen, the palette or a lock may come in between. */
export const useRecordsDraft = createScreenStore<DraftState>(() => ({
  isEditing: false,
  part: 'responsible',
  changes: {},
}));

keepStores([useRecordsDraft], 'records.draft', {
  shape: Kept,
  of: () => {
    const { isEditing, part, changes } = useRecordsDraft.getState();
    return isEditing ? { part, changes } : undefined;
  },
  restore: (kept) => useRecordsDraft.setState({ ...kept, isEditing: true }),
});

export function editRecords(): void {
  useRecordsDraft.setState({ isEditing: true });
}

export function changeRecords({ activities, own, ...others }: RecordChanges): void {
  useRecordsDraft.setState(({ changes }) => ({
    changes: {
      ...changes,
      ...others,
      ...(activities && { activities: { ...changes.activities, ...activities } }),
      ...(own && { own: { ...changes.own, ...own } }),
    },
  }));
}

/** Ends the editing, with what is not saved. */
export function closeRecords(): void {
  useRecordsDraft.setState(useRecordsDraft.getInitialState(), true);
}
