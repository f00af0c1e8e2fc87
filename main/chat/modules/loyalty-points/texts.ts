import { LIMIT_FIELDS, LIMIT_HINTS } from '../limit';

export const texts = {
  en: {
    name: 'Loyalty points',
    description: 'Gives the email address points.',
    fields: {
      points: 'Points',
      reason: 'Reason, as it stands in the data',
      limit: 'How often does an address get them?',
      'limit.once': 'Once',
      'limit.daily': 'Once a day',
      'limit.weekly': 'Once a week',
      'limit.unlimited': 'Every time',
      earned: 'Answer to new points',
      already: 'Answer when the address has them already',
      ...LIMIT_FIELDS.en,
      timeZone: 'Time zone of days and weeks',
    },
    hints: LIMIT_HINTS.en,
    branches: { next: 'Gets points', already: 'Has them already' },
    events: { points_earned: 'Points earned', points_refused: 'No points again' },
    initial: {
      reason: 'Visit',
      earned: `You get points for your visit. You now have \${points_balance} points.`,
      already: `You have your points already. You have \${points_balance} points.`,
    },
  },
  de: {
    name: 'Treuepunkte',
    description: 'Gibt der E-Mail-Adresse Punkte.',
    fields: {
      points: 'Punkte',
      reason: 'Grund, wie er in den Daten steht',
      limit: 'Wie oft bekommt eine Adresse sie?',
      'limit.once': 'Einmal',
      'limit.daily': 'Einmal am Tag',
      'limit.weekly': 'Einmal in der Woche',
      'limit.unlimited': 'Jedes Mal',
      earned: 'Antwort auf neue Punkte',
      already: 'Antwort, wenn die Adresse sie schon hat',
      ...LIMIT_FIELDS.de,
      timeZone: 'Zeitzone von Tagen und Wochen',
    },
    hints: LIMIT_HINTS.de,
    branches: { next: 'Bekommt Punkte', already: 'Hat sie schon' },
    events: { points_earned: 'Punkte erhalten', points_refused: 'Keine weiteren Punkte' },
    initial: {
      reason: 'Besuch',
      earned: `Sie bekommen Punkte für Ihren Besuch. Sie haben jetzt \${points_balance} Punkte.`,
      already: `Sie haben Ihre Punkte schon. Sie haben \${points_balance} Punkte.`,
    },
  },
};
