import { z } from 'zod';
import {
  AppError,
  type Bridge,
  type ChannelName,
  channels,
  ErrorCode,
  ErrorParams,
  type EventName,
  type Events,
  events,
  type Input,
  type Output,
} from '../../preload/contract';

declare global {
  interface Window {
    readonly chatvault: Bridge;
  }
}

const Envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: ErrorCode, params: ErrorParams }) }),
]);

type Arguments<C extends ChannelName> =
  undefined extends Input<C> ? [input?: Input<C>] : [input: Input<C>];

/** Asks main. Rejects with an `AppError` that has a sentence for people (`errors.ts`). */
export async function call<C extends ChannelName>(
  channel: C,
  ...[input]: Arguments<C>
): Promise<Output<C>> {
  const reply = Envelope.parse(await window.chatvault.call(channel, input));
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
  // TypeScript cannot follow a generic name to the schema of that name; the parser just did.
  return channels[channel].output.parse(reply.value) as Output<C>;
}

/** Returns the function that ends the subscription. */
export function onEvent<E extends EventName>(
  name: E,
  listener: (payload: Events[E]) => void,
): () => void {
  return window.chatvault.on(name, (payload) => {
    listener(events[name].parse(payload) as Events[E]);
  });
}
