import { randomUUID } from 'node:crypto';
import { AppError, type FlowPart, type PastedModules, renewIds } from '../../../preload/contract';
import { mediaIn } from '../../foundation/experience/media-mentions';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { assetIds } from '../assets/asset-rows';
import { modulesAsText, modulesFromText } from '../flow/experience-file';
import { replaceMedia } from '../flow/replace-media';
import { idsOfType, knowsType } from '../modules/forms';

/*
 * Modules are copied as text of our own format, so that they can be pasted into any experience.
 */

/** More than any selection needs; a longer text in the clipboard is not even looked at. */
const MAX_CHARACTERS = 8 * 1024 * 1024;

export function copyModules(
  { desktop }: Pick<Context, 'desktop'>,
  modules: FlowPart,
): Promise<void> {
  return desktop.clipboard.copyText(modulesAsText(modules));
}

/**
 * The modules under ids of their own; null when the clipboard holds something else, of which the page
 * learns nothing.
 *
 * @throws AppError `import.*` for modules that cannot be used.
 */
export async function pasteModules({
  desktop,
  store,
}: Pick<Context, 'desktop' | 'store'>): Promise<PastedModules | null> {
  const text = await desktop.clipboard.readText();
  if (text.length > MAX_CHARACTERS) return null;
  try {
    const renewed = renewIds(modulesFromText(text, knowsType), idsOfType, randomUUID);
    const { modules, edges, sections } = renewed;
    return withFilesOf(store, { modules, edges, ...(sections && { sections }) });
  } catch (error) {
    if (isSomethingElse(error)) return null;
    throw error;
  }
}

/** Files stay where they are: modules of another workspace arrive without theirs. */
async function withFilesOf(store: Store, part: FlowPart): Promise<PastedModules> {
  const mentioned = mediaIn(JSON.stringify(part));
  if (mentioned.size === 0) return { ...part, filesMissing: 0 };
  const here = await assetIds(store);
  const filesMissing = [...mentioned].filter((id) => !here.has(id)).length;
  return { ...replaceMedia(part, (id) => (here.has(id) ? id : null)), filesMissing };
}

function isSomethingElse(error: unknown): boolean {
  const codes = ['import.not_json', 'import.not_an_experience', 'import.too_deep'];
  return error instanceof AppError && codes.includes(error.code);
}
