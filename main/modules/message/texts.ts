export const texts = {
  en: {
    name: 'Message',
    description: 'Says something and goes on.',
    fields: { text: 'Text' },
    branches: { next: 'Next' },
    initial: {},
  },
  de: {
    name: 'Nachricht',
    description: 'Sagt etwas und macht weiter.',
    fields: { text: 'Text' },
    branches: { next: 'Weiter' },
    initial: {},
  },
};
