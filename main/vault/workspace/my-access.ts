import { AppError, type UserView } from '../../../preload/contract';
import { part } from '../../foundation/operation/part';
import type { Store } from '../../foundation/store/database';
import { type Attempts, attempts } from './attempts';
import { type Keystore, keystore } from './keystore';
import { oneTimePassword } from './one-time-password';
import type { UserSlots } from './slot-file';
import { type UserChange, type UserDirectory, userDirectory } from './user-directory';
import { type Credential, makeSlots, newUserSlots, privateKeyOf } from './user-slots';

const WAYS = ['passphrase', 'recovery', 'keystore'] as const;

/** What users do with their own ways in. Each needs one of them again: an open window is none. */
export class MyAccess {
  readonly #directory: UserDirectory;
  readonly #keystore: Keystore;
  readonly #attempts: Pick<Attempts, 'run'>;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(
    directory: UserDirectory,
    keystore: Keystore,
    attempts: Pick<Attempts, 'run'> = { run: (_user, _kind, work) => work() },
  ) {
    this.#directory = directory;
    this.#keystore = keystore;
    this.#attempts = attempts;
  }

  async view(): Promise<UserView> {
    return this.#mine(await this.#directory.list());
  }

  /** @throws AppError `workspace.wrong_passphrase`, `user.passphrase_unchanged` */
  async changePassphrase(current: string, next: string): Promise<UserView> {
    if (current.normalize('NFKC') === next.normalize('NFKC')) {
      throw new AppError('user.passphrase_unchanged');
    }
    return this.#setSlots(
      { kind: 'passphrase', secret: current },
      [{ kind: 'passphrase', secret: next }],
      { action: 'user.passphrase_changed', inDatabase: keepPassphrase(this.#directory.me.id) },
    );
  }

  /** @throws AppError `workspace.wrong_passphrase`, `workspace.keystore_unavailable` */
  setKeystore(passphrase: string, enabled: boolean): Promise<UserView> {
    const known: Credential = { kind: 'passphrase', secret: passphrase };
    return enabled
      ? this.#setSlots(known, [{ kind: 'keystore', keystore: this.#keystore }], {
          action: 'user.keystore_enabled',
        })
      : this.#setSlots(known, [], { action: 'user.keystore_disabled' }, { keystore: null });
  }

  /** @throws AppError `workspace.wrong_passphrase` */
  async makeRecoveryCode(passphrase: string): Promise<string> {
    const code = oneTimePassword();
    await this.#setSlots(
      { kind: 'passphrase', secret: passphrase },
      [{ kind: 'recovery', secret: code }],
      { action: 'user.recovery_code_made' },
    );
    return code;
  }

  /** Uses the recovery code up. @throws AppError `workspace.wrong_recovery_code` */
  async recover(usedCode: string, passphrase: string): Promise<string> {
    const code = oneTimePassword();
    await this.#setSlots(
      { kind: 'recovery', secret: usedCode },
      [
        { kind: 'passphrase', secret: passphrase },
        { kind: 'recovery', secret: code },
      ],
      {
        action: 'user.passphrase_changed',
        details: { method: 'recovery' },
        inDatabase: keepPassphrase(this.#directory.me.id),
      },
    );
    return code;
  }

  #setSlots(
    known: Credential,
    next: readonly Credential[],
    change: Omit<UserChange, 'inSlots'>,
    cleared: Partial<UserSlots> = {},
  ): Promise<UserView> {
    // One after the other: each begins with what the one before has left.
    const changed = this.#changing.then(() => this.#apply(known, next, change, cleared));
    this.#changing = changed.catch(() => undefined);
    return changed;
  }

  async #apply(
    known: Credential,
    next: readonly Credential[],
    change: Omit<UserChange, 'inSlots'>,
    cleared: Partial<UserSlots>,
  ): Promise<UserView> {
    const { slots, me } = this.#directory;
    const { workspaceId } = slots;
    const mine = slots.users.find(({ id }) => id === me.id);
    if (!mine) throw new AppError('user.not_found');
    const unwrap = () => privateKeyOf(mine, known, workspaceId);
    const { kind } = known;
    const privateKey =
      kind === 'keystore' ? await unwrap() : await this.#attempts.run(me.id, kind, unwrap);
    try {
      const made = await this.#make(privateKey, { ...mine, ...cleared }, known, next);
      const replace = (all: readonly UserSlots[]) =>
        all.map((user) => (user.id === me.id ? made : user));
      return this.#mine(await this.#directory.change(me.id, { ...change, inSlots: replace }));
    } finally {
      privateKey.fill(0);
    }
  }

  /**
   * The user's ways in with the next ones among them: to a new key pair if every way that stays can be
   * made anew, since an older copy of the slots opens the old pair for good, and with it every database
   * key that is sealed to it.
   */
  async #make(
    privateKey: Uint8Array,
    mine: UserSlots,
    known: Credential,
    next: readonly Credential[],
  ): Promise<UserSlots> {
    const { workspaceId, cost } = this.#directory.slots;
    const owner = { workspaceId, userId: mine.id };
    const kept = WAYS.filter((way) => mine[way] && !next.some(({ kind }) => kind === way));
    // The other secret is the user's to know.
    if (kept.some((way) => way !== 'keystore' && way !== known.kind)) {
      return { ...mine, ...(await makeSlots(privateKey, next, owner, cost)) };
    }
    const again = kept.includes(known.kind) && known.kind !== 'keystore' ? [known] : [];
    // The slot of a key store that is gone opens nothing any more.
    const usesKeystore = kept.includes('keystore') && (await this.#keystore.isAvailable());
    const stored = usesKeystore ? [{ kind: 'keystore' as const, keystore: this.#keystore }] : [];
    return newUserSlots(owner, mine.name, [...next, ...again, ...stored], cost);
  }

  #mine(views: readonly UserView[]): UserView {
    const view = views.find(({ id }) => id === this.#directory.me.id);
    if (!view) throw new AppError('user.not_found');
    return view;
  }
}

/** It is the user's own from here on. */
function keepPassphrase(id: string) {
  return (transaction: Store): Promise<unknown> =>
    transaction
      .updateTable('users')
      .set({ passphrase_is_temporary: 0 })
      .where('id', '=', id)
      .execute();
}

export const myAccess = part(
  'access of the signed-in user',
  ({ the }) => new MyAccess(the(userDirectory), the(keystore), the(attempts)),
);
