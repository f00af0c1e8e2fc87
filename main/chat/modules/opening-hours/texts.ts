import type { Weekday } from './hours';

const DAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
const HOURS = [{ id: 'week', days: DAYS, from: '09:00', to: '18:00' }];

export const texts = {
  en: {
    name: 'Opening hours',
    description: 'Leads on by whether it is open now, and knows when it opens next.',
    fields: {
      hours: 'Hours of the week',
      'hours.days': 'Days',
      'hours.days.mon': 'Monday',
      'hours.days.tue': 'Tuesday',
      'hours.days.wed': 'Wednesday',
      'hours.days.thu': 'Thursday',
      'hours.days.fri': 'Friday',
      'hours.days.sat': 'Saturday',
      'hours.days.sun': 'Sunday',
      'hours.from': 'From',
      'hours.to': 'To (not after “from”: on the next day)',
      'hours.item': 'Add hours',
      exceptions: 'Days on which other hours hold',
      'exceptions.day': 'Day, of one year or of every year',
      'exceptions.is': 'On this day it is',
      'exceptions.is.closed': 'Closed',
      'exceptions.is.open': 'Open',
      'exceptions.from': 'From',
      'exceptions.to': 'To',
      'exceptions.item': 'Add day',
      timeZone: 'Time zone',
    },
    hints: {
      hours:
        'For a break at noon, add two entries. ${opening_hours_next} says in the chat’s language when it opens next.',
      exceptions: 'What begins the evening before lasts until its own end.',
    },
    branches: { open: 'Open', closed: 'Closed' },
    initial: { hours: HOURS },
  },
  de: {
    name: 'Öffnungszeiten',
    description: 'Führt danach weiter, ob gerade geöffnet ist, und kennt die nächste Öffnung.',
    fields: {
      hours: 'Zeiten der Woche',
      'hours.days': 'Tage',
      'hours.days.mon': 'Montag',
      'hours.days.tue': 'Dienstag',
      'hours.days.wed': 'Mittwoch',
      'hours.days.thu': 'Donnerstag',
      'hours.days.fri': 'Freitag',
      'hours.days.sat': 'Samstag',
      'hours.days.sun': 'Sonntag',
      'hours.from': 'Von',
      'hours.to': 'Bis (nicht nach „Von“: am nächsten Tag)',
      'hours.item': 'Zeiten hinzufügen',
      exceptions: 'Tage, an denen andere Zeiten gelten',
      'exceptions.day': 'Tag, eines Jahres oder jedes Jahres',
      'exceptions.is': 'An diesem Tag ist',
      'exceptions.is.closed': 'Geschlossen',
      'exceptions.is.open': 'Geöffnet',
      'exceptions.from': 'Von',
      'exceptions.to': 'Bis',
      'exceptions.item': 'Tag hinzufügen',
      timeZone: 'Zeitzone',
    },
    hints: {
      hours:
        'Für eine Mittagspause legen Sie zwei Einträge an. ${opening_hours_next} sagt in der Sprache des Chats, wann wieder geöffnet wird.',
      exceptions: 'Was am Abend davor beginnt, dauert bis zu seinem eigenen Ende.',
    },
    branches: { open: 'Geöffnet', closed: 'Geschlossen' },
    initial: { hours: HOURS },
  },
};
