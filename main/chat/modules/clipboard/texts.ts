export const texts = {
  en: {
    name: 'Clipboard',
    description: 'Shows a text with a button that copies it, and goes on.',
    fields: { text: 'Text above it', content: 'Text to copy', label: 'Button' },
    branches: { next: 'Next' },
    initial: { label: 'Copy' },
  },
  de: {
    name: 'Zwischenablage',
    description: 'Zeigt einen Text mit einer Schaltfläche, die ihn kopiert, und macht weiter.',
    fields: { text: 'Text darüber', content: 'Text zum Kopieren', label: 'Schaltfläche' },
    branches: { next: 'Weiter' },
    initial: { label: 'Kopieren' },
  },
};
