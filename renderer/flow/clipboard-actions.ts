import { type Graph, type Language, type ModuleNode, renewIds } from '../../preload/contract';
import { call } from '../app/client';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';
import { useBuilder } from './builder-store';
import { select, useCanvas } from './canvas-store';
import { remove } from './draft-actions';
import { useDraft } from './draft-store';
import { addPart, besides, partOf } from './graph/flow-part';
import { sizeIn } from './graph/size-of';
import { copyTranslations } from './graph/translate';

/** Copies the selected modules, with the edges between them, for this or any other experience. */
export async function copySelection(): Promise<boolean> {
  const part = partOf(useDraft.getState().graph, useCanvas.getState().modules);
  if (!part) return false;
  await call('experiences.copyModules', part);
  return true;
}

export async function cutSelection(): Promise<void> {
  const { modules } = useCanvas.getState();
  if (await copySelection()) remove(modules);
}

/** `at`: where the upper middle of what is pasted comes. Returns the ids of what it adds. */
export async function paste(at: ModuleNode['position'], language: Language): Promise<string[]> {
  const part = await call('experiences.pasteModules');
  if (!part) {
    notify(i18n.t('flow:edit.nothingToPaste'));
    return [];
  }
  const sizeOf = sizeIn(useBuilder.getState().catalogue, language);
  useDraft.getState().change((graph) => addPart(graph, part, at, sizeOf));
  if (part.filesMissing > 0) {
    notify(i18n.t('flow:edit.pastedWithoutFiles', { count: part.filesMissing }));
  }
  return selectAll(part);
}

/** Puts a copy beside the selected modules, past the clipboard, and returns its ids. */
export function duplicateSelection(language: Language): string[] {
  const part = partOf(useDraft.getState().graph, useCanvas.getState().modules);
  if (!part) return [];
  const { catalogue } = useBuilder.getState();
  const sizeOf = sizeIn(catalogue, language);
  const copy = renewIds(
    part,
    (type) => catalogue.get(type),
    () => crypto.randomUUID(),
  );
  const at = besides(part.modules, sizeOf);
  useDraft
    .getState()
    .change((graph) => copyTranslations(addPart(graph, copy, at, sizeOf), copy.placeOf));
  return selectAll(copy);
}

export function selectAll({ modules }: Pick<Graph, 'modules'> = useDraft.getState().graph) {
  const ids = modules.map(({ id }) => id);
  select(ids);
  return ids;
}
