import { randomUUID } from 'node:crypto';
import type { Language } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { Experiences } from './experiences';
import { sampleOf } from './samples';

/** A new workspace is not empty: a sample experience shows what one is. */
export async function furnish(store: Store, language: Language, nowMs: number): Promise<void> {
  const { name, graph } = sampleOf('hello-world', language);
  await new Experiences(store).create(randomUUID(), name, graph, nowMs);
}
