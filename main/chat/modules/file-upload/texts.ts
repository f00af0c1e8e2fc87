import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'File upload',
    description: 'Takes a picture or a document and keeps it encrypted.',
    fields: {
      ...askTexts.en.fields,
      label: 'Label of the button',
      kinds: 'Kinds of file',
      'kinds.jpeg': 'JPEG picture',
      'kinds.png': 'PNG picture',
      'kinds.webp': 'WebP picture',
      'kinds.heic': 'HEIC picture (iPhone)',
      'kinds.avif': 'AVIF picture',
      'kinds.pdf': 'PDF',
      'kinds.text': 'Plain text',
      maxMegabytes: 'Megabytes at most',
      wrongKind: 'Answer to another kind of file',
      tooLarge: 'Answer to a file that is too large',
      keepsMetadata: 'Keep place and time in pictures (Exif, GPS, XMP)',
      variable: 'Variable for the name of the file',
    },
    hints: {
      kinds:
        'PDFs and texts are kept as they come: a PDF may name its author, and when it was made.',
    },
    branches: { next: 'Next', ...askTexts.en.idle },
    initial: {
      ...askTexts.en.initial,
      question: 'Please choose a file.',
      label: 'Choose a file',
      wrongKind: 'This kind of file cannot be taken, or it is damaged. Please choose another one.',
      tooLarge: 'This file is too large. Please choose a smaller one.',
      variable: 'file',
    },
  },
  de: {
    name: 'Datei hochladen',
    description: 'Nimmt ein Bild oder ein Dokument an und bewahrt es verschlüsselt auf.',
    fields: {
      ...askTexts.de.fields,
      label: 'Beschriftung der Schaltfläche',
      kinds: 'Arten von Dateien',
      'kinds.jpeg': 'JPEG-Bild',
      'kinds.png': 'PNG-Bild',
      'kinds.webp': 'WebP-Bild',
      'kinds.heic': 'HEIC-Bild (iPhone)',
      'kinds.avif': 'AVIF-Bild',
      'kinds.pdf': 'PDF',
      'kinds.text': 'Reiner Text',
      maxMegabytes: 'Höchstens Megabyte',
      wrongKind: 'Antwort auf eine andere Art von Datei',
      tooLarge: 'Antwort auf eine zu große Datei',
      keepsMetadata: 'Ort und Zeit in Bildern behalten (Exif, GPS, XMP)',
      variable: 'Variable für den Namen der Datei',
    },
    hints: {
      kinds:
        'PDFs und Texte bleiben, wie sie kommen: In einem PDF kann stehen, von wem es stammt und wann es entstand.',
    },
    branches: { next: 'Weiter', ...askTexts.de.idle },
    initial: {
      ...askTexts.de.initial,
      question: 'Bitte wählen Sie eine Datei.',
      label: 'Datei wählen',
      wrongKind:
        'Diese Art von Datei wird nicht angenommen, oder sie ist beschädigt. Bitte wählen Sie eine andere.',
      tooLarge: 'Diese Datei ist zu groß. Bitte wählen Sie eine kleinere.',
      variable: 'file',
    },
  },
};
