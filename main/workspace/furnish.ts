import { randomUUID } from 'node:crypto';
import type { Language } from '../../preload/contract';
import { sampleOf } from '../experiences/samples';
import type { Store } from '../store/database';
import { Experiences } from '../store/experiences';

/** A new workspace is not empty: a sample experience shows what one is. */
export async function furnish(store: Store, language: Language, nowMs: number): Promise<void> {
  const { name, graph } = sampleOf('hello-world', language);
  await new Experiences(store).create(randomUUID(), name, graph, nowMs);
}
