import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand';

const resets = new Set<() => void>();

/** Registers what has to be forgotten when the workspace is locked. */
export function onLock(forget: () => void): void {
  resets.add(forget);
}

const saves = new Set<() => Promise<unknown>>();

/**
 * Registers what still has to be saved before the user locks the workspace or closes the window; it
 * resolves to false when something could not be saved.
 */
export function beforeLock(save: () => Promise<unknown>): void {
  saves.add(save);
}

/** Whether all is saved. */
export async function saveScreens(): Promise<boolean> {
  const results = await Promise.all([...saves].map((save) => save()));
  return !results.includes(false);
}

/** A store that holds workspace data: locking takes it back to its initial state. */
export function createScreenStore<T>(initializer: StateCreator<T>): UseBoundStore<StoreApi<T>> {
  const store = create<T>()(initializer);
  onLock(() => store.setState(store.getInitialState(), true));
  return store;
}

export function forgetScreens(): void {
  for (const reset of resets) reset();
}
