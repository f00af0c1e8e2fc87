import { randomUUID } from 'node:crypto';
import { Graph, type Language } from '../../preload/contract';
import de from '../../resources/samples/hello-world.de.json';
import en from '../../resources/samples/hello-world.en.json';
import type { Store } from '../store/database';
import { Experiences } from '../store/experiences';

const samples = { en, de };

/** A new workspace is not empty: a sample experience shows what one is. */
export async function furnish(store: Store, language: Language, nowMs: number): Promise<void> {
  const { name, graph } = samples[language];
  await new Experiences(store).create(randomUUID(), name, Graph.parse(graph), nowMs);
}
