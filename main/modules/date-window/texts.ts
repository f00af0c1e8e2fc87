export const texts = {
  en: {
    name: 'Date window',
    description: 'Leads on by date and time: before, during or after.',
    fields: {
      fromDate: 'From the day (without a year: every year)',
      fromTime: 'From this time (empty: the beginning of the day)',
      untilDate: 'Until the day (without a year: every year)',
      untilTime: 'Until this time (empty: the end of the day)',
      timeZone: 'Time zone',
    },
    branches: { during: 'During', before: 'Before', after: 'After' },
    initial: {},
  },
  de: {
    name: 'Zeitfenster',
    description: 'Führt nach Datum und Uhrzeit weiter: davor, währenddessen oder danach.',
    fields: {
      fromDate: 'Vom Tag an (ohne Jahr: jedes Jahr)',
      fromTime: 'Ab dieser Uhrzeit (leer: Anfang des Tages)',
      untilDate: 'Bis zum Tag (ohne Jahr: jedes Jahr)',
      untilTime: 'Bis zu dieser Uhrzeit (leer: Ende des Tages)',
      timeZone: 'Zeitzone',
    },
    branches: { during: 'Währenddessen', before: 'Davor', after: 'Danach' },
    initial: {},
  },
};
