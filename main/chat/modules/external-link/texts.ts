export const texts = {
  en: {
    name: 'External link',
    description: 'A button that opens an https address in the browser, then goes on.',
    fields: {
      text: 'Text above the button',
      label: 'Button',
      url: 'Address (https)',
      image: 'Picture',
      imageText: 'What the picture shows (read aloud to those who cannot see it)',
      skip: 'Reply that goes on without opening it (empty: none)',
    },
    branches: { next: 'Next' },
    events: { link_opened: 'Link opened' },
    initial: { label: 'Open the page' },
  },
  de: {
    name: 'Externer Link',
    description: 'Eine Schaltfläche, die eine https-Adresse im Browser öffnet; danach geht es weiter.',
    fields: {
      text: 'Text über der Schaltfläche',
      label: 'Schaltfläche',
      url: 'Adresse (https)',
      image: 'Bild',
      imageText: 'Was das Bild zeigt (wird denen vorgelesen, die es nicht sehen)',
      skip: 'Antwort, mit der es ohne Öffnen weitergeht (leer: keine)',
    },
    branches: { next: 'Weiter' },
    events: { link_opened: 'Link geöffnet' },
    initial: { label: 'Seite öffnen' },
  },
};
