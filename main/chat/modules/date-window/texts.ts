export const texts = {
  en: {
    name: 'Date window',
    description: 'Leads on by date and time: before, during or after.',
    fields: {
      from: 'From (a day, or a day and a time)',
      until: 'Until (a day, or a day and a time)',
      timeZone: 'Time zone',
    },
    branches: { during: 'During', before: 'Before', after: 'After' },
    initial: {},
  },
  de: {
    name: 'Zeitfenster',
    description: 'Führt nach Datum und Uhrzeit weiter: davor, währenddessen oder danach.',
    fields: {
      from: 'Von (ein Tag, oder Tag und Uhrzeit)',
      until: 'Bis (ein Tag, oder Tag und Uhrzeit)',
      timeZone: 'Zeitzone',
    },
    branches: { during: 'Währenddessen', before: 'Davor', after: 'Danach' },
    initial: {},
  },
};
