import type { i18n as I18n } from 'i18next';
import type { BuiltInLanguage, Language } from '../../preload/contract';
import esChat from '../../resources/locales/es/chat.json';
import esErrors from '../../resources/locales/es/errors.json';
import esParticipant from '../../resources/locales/es/participant.json';
import frChat from '../../resources/locales/fr/chat.json';
import frErrors from '../../resources/locales/fr/errors.json';
import frParticipant from '../../resources/locales/fr/participant.json';
import itChat from '../../resources/locales/it/chat.json';
import itErrors from '../../resources/locales/it/errors.json';
import itParticipant from '../../resources/locales/it/participant.json';
import nlChat from '../../resources/locales/nl/chat.json';
import nlErrors from '../../resources/locales/nl/errors.json';
import nlParticipant from '../../resources/locales/nl/participant.json';
import plChat from '../../resources/locales/pl/chat.json';
import plErrors from '../../resources/locales/pl/errors.json';
import plParticipant from '../../resources/locales/pl/participant.json';
import trChat from '../../resources/locales/tr/chat.json';
import trErrors from '../../resources/locales/tr/errors.json';
import trParticipant from '../../resources/locales/tr/participant.json';

/**
 * What the chat and the kiosk themselves say to participants, in the languages that staff do not read. Of
 * the errors, they have those that participants can meet.
 */
export const participantResources = {
  fr: { chat: frChat, errors: frErrors, participant: frParticipant },
  es: { chat: esChat, errors: esErrors, participant: esParticipant },
  it: { chat: itChat, errors: itErrors, participant: itParticipant },
  nl: { chat: nlChat, errors: nlErrors, participant: nlParticipant },
  pl: { chat: plChat, errors: plErrors, participant: plParticipant },
  tr: { chat: trChat, errors: trErrors, participant: trParticipant },
} satisfies Record<
  Exclude<BuiltInLanguage, Language>,
  Record<'chat' | 'errors' | 'participant', object>
>;

/**
 * Adds them to an instance that has English and German, and returns it. Whatever a language does not have,
 * it says in English: `fr-CA` is French, `ja` is English.
 */
export function withParticipantWords(i18n: I18n): I18n {
  for (const [language, namespaces] of Object.entries(participantResources)) {
    if (i18n.hasResourceBundle(language, 'chat')) continue;
    for (const [namespace, texts] of Object.entries(namespaces)) {
      i18n.addResourceBundle(language, namespace, texts);
    }
  }
  return i18n;
}
