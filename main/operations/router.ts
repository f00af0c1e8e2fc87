import { AppError, type ChannelName, channels, permits, type Result } from '../../preload/contract';
import type { AppContext, SignedIn } from '../foundation/operation/context';
import type { Operation } from '../foundation/operation/operation';
import { explain, WORKSPACE_FAILURES } from '../foundation/store/explain-error';
import { perform } from './perform';
import type { UnlockedWorkspace } from './unlocked-workspace';

export interface RouterPorts {
  readonly operationOn: (channel: ChannelName) => Operation<ChannelName>;
  /** For channels that work without an unlocked workspace. */
  readonly app: AppContext;
  /** @throws AppError `workspace.locked` */
  readonly unlocked: () => Promise<UnlockedWorkspace>;
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

  call(channel: unknown, input: unknown, caller: Caller = 'user'): Promise<Result<unknown>> {
    return this.#reply(channel, () => this.#call(channelNamed(channel), input, caller));
  }

  /** What a user has asked for earlier; its input is parsed. */
  callLater(
    name: ChannelName,
    input: unknown,
    unlocked: UnlockedWorkspace,
    by: SignedIn,
  ): Promise<Result<unknown>> {
    return this.#reply(name, async () => {
      authorise(name, by);
      return perform(unlocked, name, this.#ports.operationOn(name), input, by);
    });
  }

  async #reply(channel: unknown, work: () => Promise<unknown>): Promise<Result<unknown>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const explained = explain(error, WORKSPACE_FAILURES);
      const known = explained instanceof AppError ? explained : new AppError('internal');
      if (!(error instanceof AppError)) this.#ports.logFailure(String(channel).slice(0, 64), error);
      return { ok: false, error: { code: known.code, params: known.params } };
    }
  }

  async #call(name: ChannelName, input: unknown, caller: Caller): Promise<unknown> {
    const { access, output } = channels[name];
    if ((access === 'kiosk') !== (caller === 'kiosk')) throw new AppError('ipc.forbidden');
    const unlocked = access === 'anyone' ? undefined : await this.#ports.unlocked();
    if (unlocked) authorise(name, unlocked.signedIn());
    const parsed = parseInput(name, input);
    try {
      // Parsing the output leaves out what the contract does not name.
      return output.parse(await this.#perform(name, parsed, unlocked));
    } catch (error) {
      // Locking closes the database under what is in progress, which then fails in many ways.
      if (unlocked?.isClosed && !(error instanceof AppError))
        throw new AppError('workspace.locked', {}, { cause: error });
      throw error;
    }
  }

  #perform(name: ChannelName, input: never, unlocked?: UnlockedWorkspace): unknown {
    const operation = this.#ports.operationOn(name);
    if (unlocked) return perform(unlocked, name, operation, input);
    if (typeof operation !== 'function') throw new Error('Only functions work for anyone.');
    return operation(this.#ports.app as never, input);
  }
}

function channelNamed(channel: unknown): ChannelName {
  if (typeof channel === 'string' && Object.hasOwn(channels, channel)) {
    return channel as ChannelName;
  }
  throw new AppError('ipc.unknown_channel');
}

/** What somebody can do whose passphrase an admin knows: replace it, or go. */
const WITH_TEMPORARY_PASSPHRASE: readonly ChannelName[] = [
  'me.view',
  'me.changePassphrase',
  'workspace.lock',
];

type Authorised = Pick<SignedIn, 'role'> & { readonly passphraseIsTemporary?: boolean };

function authorise(name: ChannelName, { role, passphraseIsTemporary }: Authorised): void {
  const { access } = channels[name];
  // Whoever stands before a kiosk has no role: the window itself is what entitles them.
  if (access === 'kiosk') return;
  if (!permits(access, role)) throw new AppError('ipc.forbidden');
  if (passphraseIsTemporary && !WITH_TEMPORARY_PASSPHRASE.includes(name))
    throw new AppError('user.passphrase_temporary');
}

/** Its type is the operation's to know. */
function parseInput(name: ChannelName, input: unknown): never {
  try {
    requireSize(input, { left: MAX_INPUT_SIZE });
    return channels[name].input.parse(input) as never;
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
