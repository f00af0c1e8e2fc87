import type { ChatLanguage, ExperienceText, Translation } from '../../../preload/contract';

/** What goes into a file for translators. */
export interface TextsToTranslate {
  readonly experienceId: string;
  readonly experienceName: string;
  readonly from: ChatLanguage;
  readonly to: ChatLanguage;
  readonly texts: readonly (ExperienceText & {
    /** What its module and its field are called. */
    readonly where: string;
    readonly translation: Translation | undefined;
  })[];
}

/** What a file says, before it is compared with any experience. */
export interface ReadTranslations {
  /** Null where the file does not say it. */
  readonly experienceId: string | null;
  readonly language: string;
  readonly entries: readonly ReadEntry[];
}

export interface ReadEntry {
  readonly place: string;
  readonly source: string;
  readonly target: string;
  /** A tool has cut the text into pieces, of which this is only one. */
  readonly isCut?: boolean;
}

/**
 * A text as any file gives it back: with one kind of line end, nothing that XML cannot hold, and no blanks
 * around it, which settings do not have either.
 */
export function writable(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 has no way to write
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .trim()
  );
}
