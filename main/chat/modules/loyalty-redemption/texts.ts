export const texts = {
  en: {
    name: 'Loyalty redemption',
    description: 'Spends points, or takes the other branch when there are too few.',
    fields: {
      points: 'Points to spend',
      reason: 'Reason, as it stands in the data',
      spent: 'Answer when the points are spent',
      tooFew: 'Answer when there are too few',
    },
    branches: { next: 'Points spent', too_few: 'Too few points' },
    events: { points_spent: 'Points spent', too_few_points: 'Too few points' },
    initial: {
      reason: 'Reward',
      spent: `Done! You have \${points_balance} points left.`,
      tooFew: `You do not have enough points for this yet. You have \${points_balance}.`,
    },
  },
  de: {
    name: 'Punkte einlösen',
    description: 'Löst Punkte ein oder nimmt den anderen Zweig, wenn es zu wenige sind.',
    fields: {
      points: 'Punkte zum Einlösen',
      reason: 'Grund, wie er in den Daten steht',
      spent: 'Antwort, wenn die Punkte eingelöst sind',
      tooFew: 'Antwort, wenn es zu wenige sind',
    },
    branches: { next: 'Punkte eingelöst', too_few: 'Zu wenige Punkte' },
    events: { points_spent: 'Punkte eingelöst', too_few_points: 'Zu wenige Punkte' },
    initial: {
      reason: 'Prämie',
      spent: `Fertig! Sie haben noch \${points_balance} Punkte.`,
      tooFew: `Dafür reichen Ihre Punkte noch nicht. Sie haben \${points_balance}.`,
    },
  },
};
