import { area } from '../../foundation/operation/operation';
import { retention } from './retention';
import { scrubTask, sweepTask } from './tasks';

/** The sweep and the clock that it goes by. */
export const retentionArea = area(
  {
    'retention.status': ({ the }) => the(retention).status(),
    'retention.sweep': ({ the, user }) => the(retention).sweep(user),
    'retention.cancelSweep': ({ the }) => the(retention).cancelSweep(),
    'retention.confirmClock': ({ the, user }) => the(retention).confirmClock(user),
  },
  [sweepTask, scrubTask],
);
