export const texts = {
  en: {
    name: 'Choice',
    description: 'Quick replies, each with its own branch.',
    fields: {
      question: 'Question',
      options: 'Options',
      'options.label': 'Label',
      'options.image': 'Picture',
      'options.imageText': 'What the picture shows (read aloud to those who cannot see it)',
      'options.item': 'Add option',
      variable: 'Variable that keeps the choice',
      look: 'Shown as',
      'look.buttons': 'Buttons, or cards with pictures',
      'look.dropdown': 'A list that opens',
      otherLabel: 'Label for "Other", with a text of their own (empty: not offered)',
    },
    branches: { other: 'Other answer' },
    initial: {
      question: 'What would you like to do?',
      options: [
        { id: 'first', label: 'Yes', image: '', imageText: '' },
        { id: 'second', label: 'No', image: '', imageText: '' },
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
      'options.image': 'Bild',
      'options.imageText': 'Was das Bild zeigt (wird denen vorgelesen, die es nicht sehen)',
      'options.item': 'Antwort hinzufügen',
      variable: 'Variable, die die Wahl behält',
      look: 'Darstellung',
      'look.buttons': 'Schaltflächen oder Karten mit Bildern',
      'look.dropdown': 'Liste zum Aufklappen',
      otherLabel: 'Beschriftung für „Sonstiges“ mit eigenem Text (leer: nicht angeboten)',
    },
    branches: { other: 'Andere Antwort' },
    initial: {
      question: 'Was möchten Sie tun?',
      options: [
        { id: 'first', label: 'Ja', image: '', imageText: '' },
        { id: 'second', label: 'Nein', image: '', imageText: '' },
      ],
    },
  },
};
