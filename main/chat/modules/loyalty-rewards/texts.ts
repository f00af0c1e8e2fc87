export const texts = {
  en: {
    name: 'Loyalty rewards',
    description: 'Shows what points are good for; the reachable ones can be chosen.',
    fields: {
      question: 'Question',
      rewards: 'Rewards',
      'rewards.name': 'Name',
      'rewards.points': 'Points needed',
      'rewards.text': 'Description (optional)',
      'rewards.image': 'Picture (optional)',
      'rewards.item': 'Add reward',
      unit: 'Word for points',
      skip: 'Way past the question, as a label',
    },
    branches: { skip: 'Nothing chosen' },
    initial: {
      question: `You have \${points_balance} points. Which reward would you like?`,
      unit: 'points',
      skip: 'Not now',
    },
  },
  de: {
    name: 'Treueprämien',
    description: 'Zeigt, wofür Punkte gut sind; die erreichten lassen sich wählen.',
    fields: {
      question: 'Frage',
      rewards: 'Prämien',
      'rewards.name': 'Name',
      'rewards.points': 'Nötige Punkte',
      'rewards.text': 'Beschreibung (optional)',
      'rewards.image': 'Bild (optional)',
      'rewards.item': 'Prämie hinzufügen',
      unit: 'Wort für Punkte',
      skip: 'Weg an der Frage vorbei, als Beschriftung',
    },
    branches: { skip: 'Nichts gewählt' },
    initial: {
      question: `Sie haben \${points_balance} Punkte. Welche Prämie möchten Sie?`,
      unit: 'Punkte',
      skip: 'Jetzt nicht',
    },
  },
};
