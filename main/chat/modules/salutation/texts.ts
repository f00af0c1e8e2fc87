import { askTexts } from '../ask/texts';
import { usualSalutations } from './usual';

export const texts = {
  en: {
    name: 'Salutation',
    description: 'Asks how somebody wants to be addressed, and for a title.',
    fields: {
      ...askTexts.en.fields,
      options: 'Salutations',
      'options.item': 'Add salutation',
      'options.label': 'Label',
      asksTitle: 'Also ask for a title',
      salutationLabel: 'Label of the salutation',
      titleLabel: 'Label of the title',
      invalid: 'Answer to anything else',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'How may we address you?',
      options: [...usualSalutations.en],
      salutationLabel: 'Salutation',
      titleLabel: 'Title, such as Dr or Prof',
      invalid: 'Please choose one of these.',
    },
  },
  de: {
    name: 'Anrede',
    description: 'Fragt, wie jemand angesprochen werden möchte, und nach einem Titel.',
    fields: {
      ...askTexts.de.fields,
      options: 'Anreden',
      'options.item': 'Anrede hinzufügen',
      'options.label': 'Beschriftung',
      asksTitle: 'Auch nach einem Titel fragen',
      salutationLabel: 'Beschriftung der Anrede',
      titleLabel: 'Beschriftung des Titels',
      invalid: 'Antwort auf alles andere',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Wie dürfen wir Sie ansprechen?',
      options: [...usualSalutations.de],
      salutationLabel: 'Anrede',
      titleLabel: 'Titel, zum Beispiel Dr. oder Prof.',
      invalid: 'Bitte wählen Sie eine der Anreden.',
    },
  },
};
