/** The two names under which everything crosses; what is said on them is the contract's. */
export const CALL = 'chatvault:call';
export const EVENT = 'chatvault:event';

/** What the preload script puts on `window.chatvault`. */
export interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  on(event: string, listener: (payload: unknown) => void): () => void;
}
