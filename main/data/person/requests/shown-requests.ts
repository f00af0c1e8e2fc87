import type { ParsedInput, PersonRequest, RequestSummary } from '../../../../preload/contract';
import type { Context } from '../../../foundation/operation/context';
import { masking } from '../../../vault/masking/masking';
import { retention } from '../../../vault/retention/retention';
import { keptPlace } from '../../../vault/workspace/kept-place';
import { closeRequestTask } from './close-request';
import { listRequests, readRequest } from './find-request';

type Showing = Pick<Context, 'store' | 'nowMs' | 'the'>;

export async function shownRequests({ store, nowMs, the }: Showing): Promise<RequestSummary[]> {
  const requests = await listRequests(store, nowMs);
  return Promise.all(requests.map((request) => shown(the, request)));
}

/** @throws AppError `request.not_found` */
export async function shownRequest(
  { store, nowMs, the }: Showing,
  { id }: ParsedInput<'requests.get'>,
): Promise<PersonRequest> {
  return shown(the, await readRequest(store, id, nowMs));
}

/** What changes a request: all windows hear of it, and who has called gets it as it is now. */
export function changing<I>(change: (context: Context, input: I) => Promise<string>) {
  return async (context: Context, input: I): Promise<PersonRequest> => {
    const id = await change(context, input);
    context.emit('requests.changed', {});
    return shownRequest(context, { id });
  };
}

/**
 * That nothing is stored must not be said by a clock in doubt, and forgets whoever has asked for that.
 *
 * @throws AppError `retention.clock_ahead`, and what {@link closeRequest} throws
 */
export const closing = changing(
  async ({ run, time, the }, { id, end }: ParsedInput<'requests.close'>) => {
    const nowMs = end.what === 'nothing_stored' ? time.deletionMs() : time.nowMs();
    if (await run(closeRequestTask, { id, end }, { nowMs })) {
      the(keptPlace).forget();
      await the(retention).scrub();
    }
    return id;
  },
);

/** The address as the signed-in user may see it. */
async function shown<R extends RequestSummary>(the: Context['the'], request: R): Promise<R> {
  if (request.email === null) return request;
  const email = await the(masking).shownValue(request.email);
  return { ...request, email, isMasked: email !== request.email };
}
