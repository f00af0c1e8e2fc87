import { expect, type Locator, type Page } from 'playwright/test';
import {
  type FormField,
  type Graph,
  type ModuleDescriptor,
  ModuleNode,
} from '../../../preload/contract';
import { visibleFields } from '../../../renderer/flow/inspector/visible-fields';
import {
  type Catalogue,
  labelledBranches,
  titleOf,
} from '../../../renderer/flow/modules/catalogue';
import { get } from './channels';
import { fillForm, type Settings } from './fill-form';
import type { Hands } from './hands';

/** Builds an experience from nothing: every module, setting and connection of the graph. */
export async function build(page: Page, graph: Graph, hands: Hands): Promise<void> {
  const catalogue = await catalogueOf(page);
  /** The modules on the canvas, by their ids in the graph that is being built. */
  const built = new Map<string, Locator>();

  /** Fills in the module that was just added, and builds all that follows from it. */
  const goOn = async (module: ModuleNode): Promise<void> => {
    const node = await addedNode(page, [...built.values()]);
    built.set(module.id, node);
    const descriptor = descriptorOf(catalogue, module);
    const { form, texts } = descriptor;
    await hands.beginSettings(node, texts.en.name);
    // Of this module: for a moment, the settings of the one before are still there.
    const within = page.locator(`[data-module="${await node.getAttribute('data-id')}"]`);
    const place = { within, labels: texts.en.fields, hands };
    await fillForm(place, form, initialOf(descriptor), settingsOf(descriptor, module));
    await hands.endSettings(node);

    for (const [index, { label, next }] of followersOf(graph, catalogue, module).entries()) {
      const target = next && built.get(next.id);
      const branch = { module: node, label, index };
      if (target) {
        await hands.connect(branch, { module: target, title: titleOf(catalogue, next, 'en') });
      } else if (next) {
        await hands.addBelow(branch, descriptorOf(catalogue, next).texts.en.name);
        await goOn(next);
        await hands.goBack(node);
      }
    }
  };

  const start = startOf(graph);
  await hands.addFirst(descriptorOf(catalogue, start).texts.en.name);
  await goOn(start);
}

/**
 * What a graph means, whatever the ids and places in it: its modules in the order of a walk along the
 * branches, with the settings that have an effect and the module to which each branch leads.
 */
export async function meaningOf(page: Page, graph: Graph) {
  const catalogue = await catalogueOf(page);
  const walked: ModuleNode[] = [];
  const walk = (module: ModuleNode) => {
    if (walked.includes(module)) return;
    walked.push(module);
    for (const { next } of followersOf(graph, catalogue, module)) if (next) walk(next);
  };
  walk(startOf(graph));
  return {
    modules: walked.map((module) => {
      const descriptor = descriptorOf(catalogue, module);
      return {
        type: module.type,
        settings: effectOf(descriptor.form, settingsOf(descriptor, module)),
        leadsTo: followersOf(graph, catalogue, module).map(({ label, next }) => [
          label,
          next ? walked.indexOf(next) : 'the end',
        ]),
      };
    }),
    edges: graph.edges.length,
    unreachable: graph.modules.length - walked.length,
  };
}

/** Settings that are not asked for have no effect, and an empty one is as good as none. */
function effectOf(fields: readonly FormField[], settings: Settings): Settings {
  return Object.fromEntries(
    visibleFields(fields, settings).flatMap((field) => {
      const value = settings[field.key];
      if (!value || (Array.isArray(value) && value.length === 0)) return [];
      const effect =
        field.kind === 'list'
          ? (value as Settings[]).map((item) => effectOf(field.fields, item))
          : value;
      return [[field.key, effect]];
    }),
  );
}

/** The selected module, once it is another than those that were there. */
async function addedNode(page: Page, before: readonly Locator[]): Promise<Locator> {
  const selected = page.locator('.react-flow__node.selected');
  const locatorOf = (id: string | null) => page.locator(`.react-flow__node[data-id="${id}"]`);
  const known = before.map(String);
  await expect
    .poll(async () => {
      if ((await selected.count()) !== 1) return false;
      return !known.includes(String(locatorOf(await selected.getAttribute('data-id'))));
    })
    .toBe(true);
  return locatorOf(await selected.getAttribute('data-id'));
}

function followersOf(graph: Graph, catalogue: Catalogue, module: ModuleNode) {
  return labelledBranches(catalogue, module, 'en').map(({ id, label }) => {
    const edge = graph.edges.find(({ from, branch }) => from === module.id && branch === id);
    return { label, next: graph.modules.find((each) => each.id === edge?.to) };
  });
}

/** What a sample leaves out is as it is in a new module. */
function settingsOf(descriptor: ModuleDescriptor, { settings }: ModuleNode): Settings {
  return { ...initialOf(descriptor), ...settings };
}

function initialOf({ initial }: ModuleDescriptor): Settings {
  return ModuleNode.shape.settings.parse(initial.en);
}

async function catalogueOf(page: Page): Promise<Catalogue> {
  const descriptors = await get(page, 'modules.list');
  return new Map(descriptors.map((each) => [each.type, each]));
}

function descriptorOf(catalogue: Catalogue, { type }: ModuleNode): ModuleDescriptor {
  const descriptor = catalogue.get(type);
  if (!descriptor) throw new Error(`There is no module ${type}.`);
  return descriptor;
}

function startOf({ start, modules }: Graph): ModuleNode {
  const module = modules.find(({ id }) => id === start);
  if (!module) throw new Error('The graph has no start.');
  return module;
}
