import { AppError, type ChannelName, type ErrorCode } from '../../preload/contract';

/** The calls in progress, so that another call can end them. */
export class Calls {
  readonly #running = new Map<ChannelName, Set<AbortController>>();

  /** @throws AppError `busy`, if given, while another call of the channel is in progress. */
  begin(channel: ChannelName, busy?: ErrorCode): { signal: AbortSignal; end: () => void } {
    const running = this.#running.get(channel) ?? new Set();
    if (busy && running.size > 0) throw new AppError(busy);
    const call = new AbortController();
    this.#running.set(channel, running.add(call));
    return { signal: call.signal, end: () => void running.delete(call) };
  }

  cancel(channel: ChannelName): void {
    for (const call of this.#running.get(channel) ?? []) call.abort();
  }
}
