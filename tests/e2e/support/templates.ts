import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Experiences } from '../../../main/chat/experiences/experiences';
import { moduleOf } from '../../../main/chat/modules';
import { describeModule } from '../../../main/chat/modules/descriptor';
import { WorkspaceFolder } from '../../../main/vault/workspace/workspace-folder';
import { Graph, ModuleNode } from '../../../preload/contract';
import { CHEAP } from '../../support/cost';
import { PASSPHRASE, USER, WORKSPACE } from './pages';

/** What a finished workspace holds: the sample, or the story's raffle that `buildRaffle` makes of it. */
export type TemplateContents = 'sample' | 'raffle';

/**
 * Makes a workspace in the folder without starting the application: by main's own code, with slots
 * that unlock at once.
 */
export async function makeTemplate(folder: string, contents: TemplateContents): Promise<void> {
  const nowMs = Date.now();
  const { name, graph } = await sample();
  const { opened } = await new WorkspaceFolder(folder, undefined, CHEAP).create({
    name: WORKSPACE,
    userName: USER,
    passphrase: PASSPHRASE,
    nowMs,
    furnish: (store) =>
      new Experiences(store).create(
        randomUUID(),
        name,
        contents === 'raffle' ? raffleOf(graph) : graph,
        nowMs,
      ),
  });
  await opened.store.destroy();
  opened.key.fill(0);
}

/** Read here: what Playwright loads cannot import JSON as main does. */
async function sample(): Promise<{ name: string; graph: Graph }> {
  const file = join(import.meta.dirname, '../../../resources/samples/hello-world.en.json');
  const { name, graph } = JSON.parse(await readFile(file, 'utf8'));
  return { name, graph: Graph.parse(graph) };
}

function raffleOf({ start, modules, edges }: Graph): Graph {
  const email = newModule('email', 512, { terms: 'I accept the terms of participation.' });
  const giveaways = [{ id: randomUUID(), name: 'Summer raffle', from: '', until: '', prizes: [] }];
  const giveaway = newModule('giveaway', 664, { giveaways });
  return {
    start,
    modules: [...modules, email, giveaway],
    edges: [
      ...edges,
      { from: 'link', branch: 'next', to: email.id },
      { from: email.id, branch: 'next', to: giveaway.id },
    ],
  };
}

/** Below the external link, where the builder puts it. */
function newModule(type: string, y: number, settings: ModuleNode['settings']): ModuleNode {
  const definition = moduleOf(type);
  if (!definition) throw new Error(`There is no module ${type}.`);
  const initial = ModuleNode.shape.settings.parse(describeModule(definition).initial.en);
  return {
    id: randomUUID(),
    type,
    settings: { ...initial, ...settings },
    position: { x: -148, y },
  };
}
