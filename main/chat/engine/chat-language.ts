import type { StepContext } from './step';

/** In what words and numbers are put that a module makes itself where nothing says in which language. */
const USUAL = 'en';

type Spoken = Pick<StepContext<unknown>, 'language' | 'variables'>;

/**
 * The session's language as a tag that `Intl` has words for: the one that the experience says, else what
 * the variable `language` says, else English. Authors may use that name for something else.
 */
export function languageOf({ language, variables }: Spoken): string {
  try {
    const tag = (language ?? variables.language ?? USUAL).trim();
    return Intl.DisplayNames.supportedLocalesOf([tag])[0] ?? USUAL;
  } catch {
    return USUAL;
  }
}

/** Whether anything says in which language the chat speaks. */
export const hasLanguage = ({ language, variables }: Spoken): boolean =>
  (language ?? variables.language) !== undefined;
