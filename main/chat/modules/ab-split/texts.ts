export const texts = {
  en: {
    name: 'A/B split',
    description: 'Divides participants by chance, to see which way works better.',
    fields: {
      variants: 'Variants',
      'variants.name': 'Name',
      'variants.percent': 'Share in percent',
      'variants.item': 'Add variant',
      variable: 'Variable that keeps the variant',
    },
    hints: {
      variants:
        'The shares add up to 100. Whoever got a variant keeps it until the chat ends; it is stored in the variable, and so can be counted.',
    },
    branches: {},
    initial: {
      variants: [
        { id: 'a', name: 'A', percent: 50 },
        { id: 'b', name: 'B', percent: 50 },
      ],
    },
  },
  de: {
    name: 'A/B-Weiche',
    description: 'Teilt die Teilnehmenden zufällig auf, um Varianten zu vergleichen.',
    fields: {
      variants: 'Varianten',
      'variants.name': 'Name',
      'variants.percent': 'Anteil in Prozent',
      'variants.item': 'Variante hinzufügen',
      variable: 'Variable, die die Variante behält',
    },
    hints: {
      variants:
        'Die Anteile ergeben zusammen 100. Wer eine Variante bekommen hat, behält sie bis zum Ende des Chats; sie wird in der Variablen gespeichert und lässt sich so auszählen.',
    },
    branches: {},
    initial: {
      variants: [
        { id: 'a', name: 'A', percent: 50 },
        { id: 'b', name: 'B', percent: 50 },
      ],
    },
  },
};
