export const texts = {
  en: {
    name: 'Message',
    description: 'Says something, with a picture if you like, and goes on.',
    fields: {
      text: 'Text',
      image: 'Picture',
      imageText: 'What the picture shows (read aloud to those who cannot see it)',
      delaySeconds: 'Typing time before it, in seconds (empty: by length)',
    },
    branches: { next: 'Next' },
    initial: {},
  },
  de: {
    name: 'Nachricht',
    description: 'Sagt etwas, auf Wunsch mit Bild, und macht weiter.',
    fields: {
      text: 'Text',
      image: 'Bild',
      imageText: 'Was das Bild zeigt (wird denen vorgelesen, die es nicht sehen)',
      delaySeconds: 'Tippzeit davor in Sekunden (leer: nach Länge)',
    },
    branches: { next: 'Weiter' },
    initial: {},
  },
};
