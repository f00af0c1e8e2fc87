import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from 'playwright/test';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { chain } from '../../support/graphs';
import { get } from './channels';
import { answerOpenDialog } from './desktop';

interface Place {
  app: ElectronApplication;
  page: Page;
  folder: string;
}

/**
 * Imports an experience of these modules, one after the other, and opens it. What the modules leave out
 * is as in a new one.
 *
 * @param edges change those of the chain
 */
export async function importModules(
  { app, page, folder }: Place,
  name: string,
  given: readonly ModuleNode[],
  edges: (chained: Graph['edges']) => Graph['edges'] = (chained) => chained,
): Promise<void> {
  const descriptors = await get(page, 'modules.list');
  const modules = given.map((module) => {
    const initial = descriptors.find(({ type }) => type === module.type)?.initial.en;
    return { ...module, settings: { ...initial, ...module.settings } as ModuleNode['settings'] };
  });
  const graph = chain(...modules);
  const experience = { format: 'chatvault-experience', version: 1, name, ...graph };
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify({ ...experience, edges: edges(graph.edges) }));
  await answerOpenDialog(app, file);
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'All experiences…' }).click();
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}
