export const texts = {
  en: {
    name: 'End',
    description: 'Ends the chat.',
    fields: { text: 'Last words (optional)' },
    branches: {},
    initial: { text: 'Thank you and goodbye!' },
  },
  de: {
    name: 'Ende',
    description: 'Beendet den Chat.',
    fields: { text: 'Letzte Worte (optional)' },
    branches: {},
    initial: { text: 'Vielen Dank und auf Wiedersehen!' },
  },
};
