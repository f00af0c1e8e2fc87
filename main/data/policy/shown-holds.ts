import type { LegalHold } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { masking } from '../../vault/masking/masking';
import { listHolds } from '../../vault/retention/holds';

export const listHoldsTask = task<null, LegalHold[]>('holds.read', 'screen', ({ store, nowMs }) =>
  listHolds(store, nowMs),
);

/** Every hold, whom it is about as the signed-in user may see it. */
export async function shownHolds({ run, the }: Pick<Context, 'run' | 'the'>): Promise<LegalHold[]> {
  const holds = await run(listHoldsTask, null);
  return Promise.all(
    holds.map(async ({ subject, ...hold }) => {
      if (subject.kind === 'giveaway') return { ...hold, subject };
      const email = await the(masking).shownValue(subject.email);
      return { ...hold, subject: { ...subject, email } };
    }),
  );
}
