import { randomUUID } from 'node:crypto';
import { AppError, type FlowPart, renewIds } from '../../preload/contract';
import { modulesAsText, modulesFromText } from '../flow/experience-file';
import { formOfType, knowsType } from '../modules/forms';

/** More than any selection needs; a longer text in the clipboard is not even looked at. */
const MAX_CHARACTERS = 8 * 1024 * 1024;

export interface ClipboardPort {
  copyText(text: string): Promise<void>;
  readText(): Promise<string>;
}

/** Copies modules as text of our own format, so that they can be pasted into any experience. */
export class ModuleClipboard {
  readonly #clipboard: ClipboardPort;

  constructor(clipboard: ClipboardPort) {
    this.#clipboard = clipboard;
  }

  copy(part: FlowPart): Promise<void> {
    return this.#clipboard.copyText(modulesAsText(part));
  }

  /**
   * The modules under ids of their own; null when the clipboard holds something else, of which the
   * page learns nothing.
   *
   * @throws AppError `import.*` for modules that cannot be used.
   */
  async paste(): Promise<FlowPart | null> {
    const text = await this.#clipboard.readText();
    if (text.length > MAX_CHARACTERS) return null;
    try {
      const { modules, edges } = renewIds(modulesFromText(text, knowsType), formOfType, randomUUID);
      return { modules, edges };
    } catch (error) {
      if (isSomethingElse(error)) return null;
      throw error;
    }
  }
}

function isSomethingElse(error: unknown): boolean {
  const codes = ['import.not_json', 'import.not_an_experience', 'import.too_deep'];
  return error instanceof AppError && codes.includes(error.code);
}
