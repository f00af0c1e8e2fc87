import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Language, Preferences } from '../../preload/contract';
import { StandingKiosk } from '../chat/kiosk/kiosk-screen';
import { writeFileAtomically } from '../foundation/files/atomic-file';
import type { PreferenceStore } from '../vault/workspace/preferences';

const Bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
export type Bounds = z.infer<typeof Bounds>;

const File = Preferences.extend({ window: Bounds, kiosk: StandingKiosk }).partial();
type File = z.infer<typeof File>;

/**
 * How the application looks to its user, kept beside the workspace because it is needed while that
 * is locked. Nothing about participants. A damaged file is as good as none.
 */
export class PreferenceFile implements PreferenceStore {
  readonly #file: string;
  readonly #systemLocale: string;
  readonly #onChange: (preferences: Preferences) => void;
  #content: File;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, systemLocale: string, onChange: (preferences: Preferences) => void) {
    this.#file = file;
    this.#systemLocale = systemLocale;
    this.#onChange = onChange;
    this.#content = read(file);
  }

  get(): Preferences {
    const { language = this.#systemLanguage(), colorScheme = 'auto' } = this.#content;
    return { language, colorScheme };
  }

  async set(changes: Partial<Preferences>): Promise<Preferences> {
    await this.#write({ ...this.#content, ...changes });
    const preferences = this.get();
    this.#onChange(preferences);
    return preferences;
  }

  get windowBounds(): Bounds | undefined {
    return this.#content.window;
  }

  setWindowBounds(window: Bounds): Promise<void> {
    return this.#write({ ...this.#content, window });
  }

  /** The kiosk that runs, also while the application does not. */
  get kiosk(): StandingKiosk | null {
    return this.#content.kiosk ?? null;
  }

  setKiosk(kiosk: StandingKiosk | null): Promise<void> {
    const { kiosk: _ended, ...content } = this.#content;
    return this.#write(kiosk ? { ...content, kiosk } : content);
  }

  #systemLanguage(): Language {
    const language = Language.safeParse(this.#systemLocale.slice(0, 2));
    return language.success ? language.data : 'en';
  }

  #write(content: File): Promise<void> {
    this.#content = content;
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(() => writeFileAtomically(this.#file, JSON.stringify(content)));
    return this.#writing;
  }
}

function read(file: string): File {
  try {
    return File.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
