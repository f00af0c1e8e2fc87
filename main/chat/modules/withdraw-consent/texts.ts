import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Withdraw consent',
    description:
      'Lets participants withdraw consents that they gave under their address. Other data stays until it expires or is deleted.',
    fields: {
      question: 'Question',
      consents: 'Consents that can be withdrawn',
      'consents.item': 'Add consent',
      'consents.label': 'Name for participants',
      'consents.consent': 'Variable of the consent',
      doneText: 'Text after withdrawing',
      nothingText: 'Text when there is nothing to withdraw',
      keepLabel: 'Label to keep all',
      idleMinutes: askTexts.en.fields.idleMinutes,
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      question: 'Which consent would you like to withdraw?',
      doneText: 'Withdrawn. From now on we will not rely on it any more.',
      nothingText: 'You have given no consent that could be withdrawn.',
      keepLabel: 'Keep all',
    },
  },
  de: {
    name: 'Einwilligung widerrufen',
    description:
      'Lässt Teilnehmende Einwilligungen widerrufen, die sie unter ihrer Adresse gegeben haben. Andere Daten bleiben, bis sie ablaufen oder gelöscht werden.',
    fields: {
      question: 'Frage',
      consents: 'Einwilligungen, die widerrufen werden können',
      'consents.item': 'Einwilligung hinzufügen',
      'consents.label': 'Name für Teilnehmende',
      'consents.consent': 'Variable der Einwilligung',
      doneText: 'Text nach dem Widerruf',
      nothingText: 'Text, wenn es nichts zu widerrufen gibt',
      keepLabel: 'Beschriftung, um alle zu behalten',
      idleMinutes: askTexts.de.fields.idleMinutes,
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      question: 'Welche Einwilligung möchten Sie widerrufen?',
      doneText: 'Widerrufen. Ab jetzt stützen wir uns nicht mehr darauf.',
      nothingText: 'Sie haben keine Einwilligung gegeben, die widerrufen werden könnte.',
      keepLabel: 'Alle behalten',
    },
  },
};
