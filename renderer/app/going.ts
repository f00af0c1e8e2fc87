import { AppError, type Deletion } from '../../preload/contract';
import { call, onEvent } from './client';
import { showError } from './errors';
import { beforeLock, createScreenStore } from './screen-store';

/** Something that is still there, and is deleted unless somebody undoes that in time. */
export interface Going {
  readonly ticket: string;
  readonly channel: Deletion['channel'];
  readonly id: string;
  /** What users call it. */
  readonly name: string;
  /** By `performance.now()`. */
  readonly until: number;
  /** Once it is gone, or stays because main has refused. */
  readonly onEnd: () => void;
}

export const useGoings = createScreenStore<{ all: readonly Going[] }>(() => ({ all: [] }));

/** Learns how deletions end, those of the last lock as well; returns the function that stops that. */
export function followDeletions(): () => void {
  void call('deletions.refused').then(
    (refusals) => refusals.map(({ code, params }) => showError(new AppError(code, params))),
    () => undefined,
  );
  return onEvent('deletions.ended', ({ ticket, refused }) => {
    const going = take(ticket);
    if (!going) return;
    if (refused) showError(new AppError(refused.code, refused.params));
    going.onEnd();
  });
}

// A kiosk closes this window and leaves the workspace open: nothing may be left to go under it.
beforeLock(async () => {
  if (useGoings.getState().all.length > 0) await call('deletions.finish');
});

/** @throws AppError when it may not be deleted */
export async function deleteLater(
  deletion: Deletion,
  { name, onEnd }: Pick<Going, 'name' | 'onEnd'>,
): Promise<void> {
  const { channel, input } = deletion;
  const begun = performance.now();
  const { ticket, leftMs } = await call('deletions.begin', deletion);
  const until = begun + leftMs;
  take(ticket);
  const going = { ticket, channel, id: input.id, name, until, onEnd };
  useGoings.setState(({ all }) => ({ all: [...all, going] }));
}

export async function undoDeletion(ticket: string): Promise<void> {
  // Too late: the event tells how it has ended.
  if (await call('deletions.undo', { ticket })) take(ticket);
}

/** Whether that is being deleted. */
export function useGoing(channel: Deletion['channel'], id: string): Going | undefined {
  return useGoings(({ all }) => all.find((going) => going.channel === channel && going.id === id));
}

function take(ticket: string): Going | undefined {
  const { all } = useGoings.getState();
  useGoings.setState({ all: all.filter((going) => going.ticket !== ticket) });
  return all.find((going) => going.ticket === ticket);
}
