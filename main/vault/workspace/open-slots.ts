import type { ScryptCost } from './key-slot';
import { type SealedKey, sealKey } from './sealed-key';
import { authenticate, type SlotFile, type UserSlots, writeSlotFile } from './slot-file';
import type { SlotStamp } from './slot-state';
import { enabledIds, type StoredUser } from './users';

/** A database key, and the salt of the database that is under it. */
export interface DatabaseKey {
  readonly key: Buffer;
  readonly databaseSalt: string;
}

/** The slot file of an open workspace: each change is written whole, authenticated by the key. */
export class OpenSlots {
  /** For the ways in that are added to it. */
  readonly cost: ScryptCost;
  readonly #path: string;
  readonly #current: DatabaseKey;
  readonly #newestKnown: number;
  #file: SlotFile;

  /**
   * @param current what opened the database; its key stays the owner's, who zeroes it.
   * @param newestKnown the revision of the newest file that there has been: no later one is below it.
   */
  constructor(
    path: string,
    file: SlotFile,
    current: DatabaseKey,
    cost: ScryptCost,
    newestKnown = 0,
  ) {
    this.#path = path;
    this.#current = current;
    this.cost = cost;
    this.#file = file;
    this.#newestKnown = newestKnown;
  }

  get stamp(): SlotStamp {
    return { revision: this.#file.revision ?? 0, mac: this.#presentGeneration()?.mac ?? '' };
  }

  /** Of the file that is written next. */
  get nextRevision(): number {
    return Math.max(this.stamp.revision, this.#newestKnown) + 1;
  }

  get workspaceId(): string {
    return this.#file.workspaceId;
  }

  get users(): readonly UserSlots[] {
    return this.#file.users;
  }

  /**
   * Lets exactly those unlock who are in the database and not disabled. What an interrupted
   * rotation or change has left is gone afterwards; a file that says all this is left alone.
   */
  async settle(stored: readonly StoredUser[], slots = this.users): Promise<void> {
    if (this.#isSettled(stored, slots)) return;
    await this.#replace(this.#settled(stored, slots, this.nextRevision));
  }

  /** Whether {@link settle} would leave the file alone. */
  isSettled(stored: readonly StoredUser[]): boolean {
    return this.#isSettled(stored, this.users);
  }

  /** Writes the file anew although it says what it should: as the newest that there is. */
  async renew(stored: readonly StoredUser[]): Promise<void> {
    await this.#replace(this.#settled(stored, this.users, this.nextRevision));
  }

  #isSettled(stored: readonly StoredUser[], slots: readonly UserSlots[]): boolean {
    const same = this.#settled(stored, slots, this.#file.revision);
    return same.keys[0]?.mac === this.stamp.mac && this.#file.keys.length === 1;
  }

  #settled(
    stored: readonly StoredUser[],
    slots: readonly UserSlots[],
    revision: number | undefined,
  ): SlotFile {
    const before = this.#presentGeneration();
    const users = slots.filter(({ id }) => stored.some((user) => user.id === id));
    const isKnown = ({ id, publicKey }: UserSlots): boolean =>
      this.users.some((user) => user.id === id && user.publicKey === publicKey);
    const admitted = enabledIds(stored);
    const sealed = users
      .filter(({ id }) => admitted.has(id))
      .map((user) => [user.id, (isKnown(user) && before?.sealed[user.id]) || this.#seal(user)]);
    const keys = [{ ...this.#current, sealed: Object.fromEntries(sealed) }];
    return authenticate({ ...this.#file, revision, users, keys });
  }

  /** From here on the workspace opens whether its database is under this key or the next. */
  async expect(next: DatabaseKey): Promise<void> {
    const present = this.#presentGeneration()?.sealed ?? {};
    const sealed = this.users
      .filter(({ id }) => id in present)
      .map((user) => [user.id, this.#seal(user, next)]);
    const keys = [
      { ...this.#current, sealed: present },
      { ...next, sealed: Object.fromEntries(sealed) },
    ];
    const revision = this.nextRevision;
    await this.#replace(authenticate({ ...this.#file, revision, keys }));
  }

  /** Runs a change, and puts the file back as it was when the change fails. */
  async undoOnFailure<T>(change: () => Promise<T>): Promise<T> {
    const before = this.#file;
    try {
      return await change();
    } catch (error) {
      if (this.#file !== before) await this.#replace(before);
      throw error;
    }
  }

  #presentGeneration() {
    return this.#file.keys.find(({ databaseSalt }) => databaseSalt === this.#current.databaseSalt);
  }

  #seal({ id, publicKey }: UserSlots, { key }: DatabaseKey = this.#current): SealedKey {
    return sealKey(key, publicKey, { workspaceId: this.workspaceId, userId: id });
  }

  async #replace(file: SlotFile): Promise<void> {
    await writeSlotFile(this.#path, file);
    this.#file = file;
  }
}
