import { AppError, channels, permits } from '../../../../preload/contract';
import { area } from '../../../foundation/operation/operation';
import { deferred } from './deferred';

/** Deletions that can be undone for a while. */
export const deletionArea = area({
  'deletions.begin': ({ the, user }, deletion) => {
    if (!permits(channels[deletion.channel].access, user.role)) throw new AppError('ipc.forbidden');
    return the(deferred).begin(deletion);
  },
  'deletions.undo': ({ the }, { ticket }) => the(deferred).undo(ticket),
  'deletions.finish': ({ the }) => the(deferred).finish(),
  'deletions.refused': ({ the }) => the(deferred).takeRefusals(),
});
