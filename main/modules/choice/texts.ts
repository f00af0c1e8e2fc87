export const texts = {
  en: {
    name: 'Choice',
    description: 'Quick replies, each with its own branch.',
    fields: {
      question: 'Question',
      options: 'Options',
      'options.label': 'Label',
      'options.item': 'Add option',
    },
    branches: {},
    initial: {
      question: 'What would you like to do?',
      options: [
        { id: 'first', label: 'Yes' },
        { id: 'second', label: 'No' },
      ],
    },
  },
  de: {
    name: 'Auswahl',
    description: 'Schnellantworten, jede mit eigenem Zweig.',
    fields: {
      question: 'Frage',
      options: 'Antworten',
      'options.label': 'Beschriftung',
      'options.item': 'Antwort hinzufügen',
    },
    branches: {},
    initial: {
      question: 'Was möchten Sie tun?',
      options: [
        { id: 'first', label: 'Ja' },
        { id: 'second', label: 'Nein' },
      ],
    },
  },
};
