import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { expect, type Vault } from './vault';

export interface Memories {
  readonly main: string;
  readonly page: string;
}

/** All that is alive on the heaps of main and of the page, texts included. */
export async function memoriesOf({ app, page }: Vault, folder: string): Promise<Memories> {
  const file = join(folder, 'main.heapsnapshot');
  await app.evaluate((_, path) => process.getBuiltinModule('v8').writeHeapSnapshot(path), file);
  return { main: await readFile(file, 'utf8'), page: await memoryOf(page) };
}

/** Which of the memories hold the text. */
export function remembering(memories: Memories, text: string): string[] {
  return Object.entries(memories).flatMap(([name, memory]) => (memory.includes(text) ? name : []));
}

/** The page hears of a lock before main has closed what it had opened, so this waits for main. */
export async function expectForgotten(
  vault: Vault,
  folder: string,
  secrets: readonly string[],
): Promise<void> {
  await expect(async () => {
    const memories = await memoriesOf(vault, folder);
    for (const secret of secrets) expect(remembering(memories, secret), secret).toEqual([]);
  }).toPass({ timeout: 30_000 });
}

async function memoryOf(page: Page): Promise<string> {
  const developer = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  developer.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await developer.send('HeapProfiler.collectGarbage');
  await developer.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await developer.detach();
  return chunks.join('');
}
