import type { AssetRef } from '../../../preload/contract';

const REFERENCE = /asset:([0-9a-f]{64})/g;

/** Ids of the assets that a text mentions, such as a graph as JSON. */
export function mediaIn(text: string): Set<string> {
  return new Set([...text.matchAll(REFERENCE)].map(([, id = '']) => id));
}

export function refOf(id: string): AssetRef {
  return `asset:${id}`;
}
