import { setTimeout as delay } from 'node:timers/promises';
import { AppError, type ChannelName, type ErrorCode } from '../../preload/contract';
import type { Work } from '../foundation/operation/operation';

interface Beginning {
  readonly busy?: ErrorCode | undefined;
  readonly work?: Work | undefined;
  readonly audit?: unknown;
  readonly changes?: unknown;
}

/** A lock may be urgent. */
const PATIENCE_MS = 3_000;

/** The calls in progress, so that another call can end them. */
export class Calls {
  readonly #running = new Map<ChannelName, Set<AbortController>>();
  readonly #works: Work[] = [];
  /** What changes something in a moment, such as adding a user. */
  readonly #writes = new Set<Promise<void>>();

  /** @throws AppError `busy`, if given, while another call of the channel is in progress. */
  begin(
    channel: ChannelName,
    { busy, work, audit, changes }: Beginning = {},
  ): { signal: AbortSignal; end: () => void } {
    const running = this.#running.get(channel) ?? new Set();
    if (busy && running.size > 0) throw new AppError(busy);
    const call = new AbortController();
    this.#running.set(channel, running.add(call));
    if (work) this.#works.push(work);
    let resolve = (): void => undefined;
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    const isWrite = !work && (audit !== undefined || changes !== undefined);
    if (isWrite) this.#writes.add(promise);
    const end = (): void => {
      this.#writes.delete(promise);
      resolve();
      running.delete(call);
      if (work) this.#works.splice(this.#works.indexOf(work), 1);
    };
    return { signal: call.signal, end };
  }

  cancel(channel: ChannelName): void {
    for (const call of this.#running.get(channel) ?? []) call.abort();
  }

  /** Ends all that is in progress but on these channels. */
  cancelAllBut(channels: readonly ChannelName[]): void {
    for (const channel of this.#running.keys())
      if (!channels.includes(channel)) this.cancel(channel);
  }

  /** Gives a moment to the writes that users wait for: a lock that ended them would lose work unseen. */
  async finishWrites(): Promise<void> {
    const writes = Promise.all(this.#writes);
    await Promise.race([writes, delay(PATIENCE_MS, undefined, { ref: false })]);
  }

  /** What in progress a user should not end by closing the window; each once. */
  get works(): Work[] {
    return [...new Set(this.#works)];
  }
}
