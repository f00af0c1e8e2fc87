export const texts = {
  en: {
    name: 'Wait',
    description: 'Lets some seconds pass before the chat goes on.',
    fields: {
      seconds: 'Seconds',
      shows: 'Meanwhile the chat shows',
      'shows.typing': 'That it is typing',
      'shows.nothing': 'Nothing',
      skip: 'Label to go on at once (empty: not offered)',
    },
    branches: { next: 'Next' },
    initial: {},
  },
  de: {
    name: 'Warten',
    description: 'Lässt einige Sekunden vergehen, bevor der Chat weitergeht.',
    fields: {
      seconds: 'Sekunden',
      shows: 'Währenddessen zeigt der Chat',
      'shows.typing': 'Dass er tippt',
      'shows.nothing': 'Nichts',
      skip: 'Beschriftung, um sofort weiterzugehen (leer: nicht angeboten)',
    },
    branches: { next: 'Weiter' },
    initial: {},
  },
};
