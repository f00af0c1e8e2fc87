import { type ChatLanguage, LANGUAGE_VARIABLE } from '../../../preload/contract';
import { chose } from './chosen';
import type { Variables } from './step';

/** What each experience that the chat comes through knows of its language. Its options are the languages themselves, so that rules ask for it as for anything chosen. */
export function spokenIn(language: ChatLanguage | undefined): Variables {
  return language === undefined
    ? {}
    : chose(LANGUAGE_VARIABLE, { answer: language, optionIds: [language] });
}
