import { expect, it } from 'vitest';
import { NO_DETAILS, type RecordDetails } from '../../preload/contract';
import { changed, changeRecords, closeRecords, useRecordsDraft } from './records-draft';

const SAVED: RecordDetails = {
  controller: { name: 'Acme', address: '' },
  ...{ contact: '', representative: '', dataProtectionOfficer: '' },
  activities: { x: NO_DETAILS, y: { ...NO_DETAILS, purpose: 'Saved by somebody else' } },
  own: { users: NO_DETAILS, requests: { ...NO_DETAILS, purpose: 'Saved, too' } },
  ...{ reviewedBy: '', reviewedOn: null, nextReview: null },
};

it('holds what was changed, beside what others have saved of the rest', () => {
  const x = { ...NO_DETAILS, purpose: 'Raffle' };
  const users = { ...NO_DETAILS, purpose: 'Work' };
  changeRecords({ activities: { x } });
  changeRecords({ own: { users } });
  changeRecords({ contact: 'contact@acme.test' });
  expect(changed(SAVED, useRecordsDraft.getState().changes)).toEqual({
    ...SAVED,
    contact: 'contact@acme.test',
    activities: { ...SAVED.activities, x },
    own: { ...SAVED.own, users },
  });
  closeRecords();
  expect(changed(SAVED, useRecordsDraft.getState().changes)).toEqual(SAVED);
});
