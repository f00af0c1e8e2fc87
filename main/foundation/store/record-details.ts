import { z } from 'zod';
import { NO_DETAILS, RecordDetails } from '../../../preload/contract';

/** As they were before there was an editor for them: texts of one line. */
const Former = z.object({
  controller: z.string(),
  contact: z.string(),
  dataProtectionOfficer: z.string(),
  purposes: z.record(z.string(), z.object({ purpose: z.string(), legalBasis: z.string() })),
});

const NOTHING: RecordDetails = {
  controller: { name: '', address: '' },
  contact: '',
  representative: '',
  dataProtectionOfficer: '',
  activities: {},
  own: { users: NO_DETAILS, requests: NO_DETAILS },
  reviewedBy: '',
  reviewedOn: null,
  nextReview: null,
};

/** What is stored, whichever version of ChatVault has stored it; what was typed stays as text. */
export const StoredRecordDetails = z.preprocess((stored) => {
  const former = Former.safeParse(stored);
  if (!former.success) return stored;
  const { controller, contact, dataProtectionOfficer, purposes } = former.data;
  const activities = Object.fromEntries(
    Object.entries(purposes).map(([id, stated]) => [id, { ...NO_DETAILS, ...stated }]),
  );
  const name = { name: controller, address: '' };
  return { ...NOTHING, controller: name, contact, dataProtectionOfficer, activities };
}, RecordDetails.default(NOTHING));
