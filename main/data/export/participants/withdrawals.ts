import type { StoredRow } from './read-rows';

/**
 * When people have withdrawn their consent, in whichever conversation: whoever reads that it was given
 * in one has to know.
 */
export class Withdrawals {
  readonly #at = new Map<string, number>();

  note(row: StoredRow): void {
    const key = keyOf(row);
    if (row.action !== 'withdrawn' || key === null) return;
    this.#at.set(key, Math.max(this.#at.get(key) ?? 0, Number(row.created_at)));
  }

  /** The row of a consent as it stands now. */
  asItStands(row: StoredRow): StoredRow {
    const at = this.#at.get(keyOf(row) ?? '') ?? 0;
    return at > Number(row.created_at) ? { ...row, action: 'withdrawn', created_at: at } : row;
  }
}

/** Null for somebody without an address. */
function keyOf({ email_key, consent_id, channel }: StoredRow): string | null {
  return email_key === null ? null : JSON.stringify([email_key, consent_id, channel]);
}
