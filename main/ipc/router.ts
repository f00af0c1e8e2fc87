import {
  type Access,
  AppError,
  type ChannelName,
  type Channels,
  channels,
  type Output,
  type ParsedInput,
  permits,
  type Result,
} from '../../preload/contract';
import { explain, WORKSPACE_FAILURES } from '../store/explain-error';
import type { Unlocked } from '../workspace/unlocked';

/** One function per channel; only channels for anyone work without an unlocked workspace. */
export type Handlers = {
  [C in ChannelName]: Channels[C]['access'] extends 'anyone'
    ? (input: ParsedInput<C>) => Promise<Output<C>>
    : (input: ParsedInput<C>, unlocked: Unlocked) => Promise<Output<C>>;
};

export interface RouterPorts {
  readonly handlers: Handlers;
  /** @throws AppError `workspace.locked` */
  readonly unlocked: () => Promise<Unlocked>;
  readonly logFailure: (channel: string, error: unknown) => void;
}

/**
 * Characters of texts and bytes of files: far above the largest draft and the largest file. A flood of
 * bigger messages is refused before it is looked at.
 */
const MAX_INPUT_SIZE = 32 * 1024 * 1024;

/** Which window asks: one of users, or the one that participants stand before. */
export type Caller = 'user' | 'kiosk';

/** Validate, authorise, call, reply: what the page sends is never trusted, and never answered raw. */
export class Router {
  readonly #ports: RouterPorts;

  constructor(ports: RouterPorts) {
    this.#ports = ports;
  }

  async call(channel: unknown, input: unknown, caller: Caller = 'user'): Promise<Result<unknown>> {
    try {
      return { ok: true, value: await this.#call(channelNamed(channel), input, caller) };
    } catch (error) {
      const explained = explain(error, WORKSPACE_FAILURES);
      const known = explained instanceof AppError ? explained : new AppError('internal');
      if (!(error instanceof AppError)) this.#ports.logFailure(String(channel).slice(0, 64), error);
      return { ok: false, error: { code: known.code, params: known.params } };
    }
  }

  async #call<C extends ChannelName>(name: C, input: unknown, caller: Caller): Promise<unknown> {
    const { access, output } = channels[name];
    if ((access === 'kiosk') !== (caller === 'kiosk')) throw new AppError('ipc.forbidden');
    const handler = this.#ports.handlers[name] as (
      input: unknown,
      unlocked?: Unlocked,
    ) => Promise<unknown>;
    const unlocked =
      access === 'anyone' ? undefined : authorise(access, await this.#ports.unlocked());
    const parsed = parseInput(name, input);
    try {
      // Parsing the output leaves out what the contract does not name.
      return output.parse(await handler(parsed, unlocked));
    } catch (error) {
      // Locking closes the database under what is in progress, which then fails in many ways.
      if (unlocked?.isClosed && !(error instanceof AppError))
        throw new AppError('workspace.locked', {}, { cause: error });
      throw error;
    }
  }
}

function channelNamed(channel: unknown): ChannelName {
  if (typeof channel === 'string' && Object.hasOwn(channels, channel)) {
    return channel as ChannelName;
  }
  throw new AppError('ipc.unknown_channel');
}

function authorise(access: Access, unlocked: Unlocked): Unlocked {
  // Whoever stands before a kiosk has no role: the window itself is what entitles them.
  if (access !== 'kiosk' && !permits(access, unlocked.user.role))
    throw new AppError('ipc.forbidden');
  return unlocked;
}

function parseInput(name: ChannelName, input: unknown): unknown {
  try {
    requireSize(input, { left: MAX_INPUT_SIZE });
    return channels[name].input.parse(input);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Wrong shapes; but also cycles, big integers and nesting too deep for any input of a channel.
    throw new AppError('ipc.invalid_input', {}, { cause: error });
  }
}

/** Stops where the budget ends; what goes round in circles or too deep overflows the stack. */
function requireSize(input: unknown, budget: { left: number }): void {
  if (typeof input === 'function') throw new TypeError('No message can hold a function.');
  budget.left -= typeof input === 'string' ? input.length : 1;
  if (ArrayBuffer.isView(input)) budget.left -= input.byteLength;
  if (Array.isArray(input)) budget.left -= input.length;
  if (budget.left < 0) throw new AppError('ipc.too_large');
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return;
  for (const [key, value] of Object.entries(input)) {
    budget.left -= key.length;
    requireSize(value, budget);
  }
}
