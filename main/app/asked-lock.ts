import type { Input } from 'electron';

/** A page that has not locked by then holds nothing that is worth an open workspace. */
const PATIENCE_MS = 2_000;

interface Ports {
  /** Whether there is anything to lock. */
  readonly isUnlocked: () => boolean;
  /** Asks the page to save what it holds, and to lock. */
  readonly askPage: () => void;
  readonly lock: () => void;
}

/** A lock that the user asks main for, in the menu or in the window of the preview. */
export class AskedLock {
  readonly #ports: Ports;
  #patience: NodeJS.Timeout | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  ask(): void {
    if (this.#patience || !this.#ports.isUnlocked()) return;
    this.#patience = setTimeout(() => {
      this.#patience = null;
      this.#ports.lock();
    }, PATIENCE_MS);
    this.#ports.askPage();
  }

  /** To be told when it is locked: who unlocks it again at once is not locked out. */
  end(): void {
    if (this.#patience) clearTimeout(this.#patience);
    this.#patience = null;
  }
}

/** Ctrl/Cmd+L, on a keyboard of another script the key at its place, as `keyOf` of the pages has it. */
export function isLockKey({
  type,
  key,
  code,
  control,
  meta,
  alt,
  shift,
}: Readonly<Input>): boolean {
  if (type !== 'keyDown' || !(control || meta) || alt || shift) return false;
  return /^[ -~]$/.test(key) ? key.toLowerCase() === 'l' : code === 'KeyL';
}
