export const texts = {
  en: {
    name: 'Random pick',
    description: 'Says one of several texts, by chance: a tip, or the question of the day.',
    fields: {
      items: 'Texts to pick from',
      'items.text': 'Text',
      'items.branches': 'This text has a branch of its own',
      'items.item': 'Add text',
      says: 'Say the picked text',
      repeats: 'May pick a text again before all have been picked',
      variable: 'Variable that keeps the picked text',
    },
    branches: { next: 'Next' },
    initial: {},
  },
  de: {
    name: 'Zufallstext',
    description: 'Sagt zufällig einen von mehreren Texten: einen Tipp oder die Frage des Tages.',
    fields: {
      items: 'Texte zur Auswahl',
      'items.text': 'Text',
      'items.branches': 'Dieser Text hat einen eigenen Zweig',
      'items.item': 'Text hinzufügen',
      says: 'Den gewählten Text sagen',
      repeats: 'Ein Text darf wiederkommen, bevor alle an der Reihe waren',
      variable: 'Variable, die den gewählten Text behält',
    },
    branches: { next: 'Weiter' },
    initial: {},
  },
};
