import { hash } from 'node:crypto';

const WORDS = 4;
const FIRST_SLOTS = 1 << 10;

/**
 * Numbers sessions from 0 in the order in which they are added. It keeps 128 bits of each
 * instead of its id: 24 to 32 bytes, where a map of texts takes a hundred.
 */
export class SessionIndex {
  #keys = new Uint32Array(FIRST_SLOTS * WORDS);
  /** One more than the number of a session; 0 where there is none. */
  #slots = new Uint32Array(2 * FIRST_SLOTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a session, which is new to it or not. */
  add(sessionId: string): number {
    const key = keyOf(sessionId);
    const slot = this.#slotOf(key);
    const found = this.#slots[slot] ?? 0;
    if (found > 0) return found - 1;
    if ((this.#size + 1) * WORDS > this.#keys.length) this.#grow();
    this.#keys.set(key, this.#size * WORDS);
    this.#slots[this.#slotOf(key)] = ++this.#size;
    return this.#size - 1;
  }

  /** Undefined for a session that was not added. */
  find(sessionId: string): number | undefined {
    const found = this.#slots[this.#slotOf(keyOf(sessionId))] ?? 0;
    return found > 0 ? found - 1 : undefined;
  }

  /** Where the key is, or where there is room for it. */
  #slotOf(key: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let slot = (key[0] ?? 0) & mask;
    for (;;) {
      const session = this.#slots[slot] ?? 0;
      if (session === 0 || this.#holds(session - 1, key)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #holds(session: number, key: ArrayLike<number>): boolean {
    for (let word = 0; word < WORDS; word++) {
      if (this.#keys[session * WORDS + word] !== key[word]) return false;
    }
    return true;
  }

  #grow(): void {
    const keys = new Uint32Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let session = 0; session < this.#size; session++) {
      const key = keys.subarray(session * WORDS, (session + 1) * WORDS);
      this.#slots[this.#slotOf(key)] = session + 1;
    }
  }
}

/** Ids are UUIDs, whose 128 bits are the key; of any other text, a hash is. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function keyOf(sessionId: string): readonly [number, number, number, number] {
  if (UUID.test(sessionId)) {
    return [
      Number.parseInt(sessionId.slice(0, 8), 16),
      Number.parseInt(sessionId.slice(9, 13) + sessionId.slice(14, 18), 16),
      Number.parseInt(sessionId.slice(19, 23) + sessionId.slice(24, 28), 16),
      Number.parseInt(sessionId.slice(28), 16),
    ];
  }
  const digest = hash('sha1', sessionId, 'buffer');
  return [
    digest.readUInt32LE(0),
    digest.readUInt32LE(4),
    digest.readUInt32LE(8),
    digest.readUInt32LE(12),
  ];
}
