import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Consent',
    description:
      'Asks to agree to a text, and records its words, version and hash. Typing a code shows that somebody meant it, not whose the address is.',
    fields: {
      name: 'Name of the consent',
      legalText: 'Legal text (optional)',
      text: 'Wording',
      version: 'Version of the text',
      mandatory: 'Needed to go on',
      refusedText: 'Answer to those who do not agree',
      label: 'Label of the button',
      double: 'Confirm by typing a code (double opt-in)',
      codeText: 'Text before the code',
      wrongCode: 'Answer to a wrong code',
      changedMind: 'Label for not agreeing after all',
      repeat: 'Ask again',
      'repeat.always': 'Every time',
      'repeat.after_days': 'After some days',
      'repeat.never': 'Only when the text has changed',
      repeatDays: 'Days until it is asked again',
      why: askTexts.en.fields.why,
      variable: 'Variable (the same name is the same consent)',
      idleMinutes: askTexts.en.fields.idleMinutes,
    },
    hints: {
      legalText:
        'A text that you keep under “Legal texts”, with its versions. Left empty, you type the wording here.',
      repeat:
        'A refusal is stored for 180 days at the most. After that, the same person is asked again.',
    },
    branches: { next: 'Next', refused: 'Not agreed', ...askTexts.en.idle },
    initial: {
      name: 'Newsletter',
      version: '1',
      refusedText: 'Without your consent we cannot go on. Nothing more is stored.',
      label: 'Send',
      codeText: 'To confirm that you mean it, please type this code:',
      wrongCode: 'That is not the code. Please look again.',
      changedMind: 'I do not agree after all',
      variable: 'consent_newsletter',
    },
  },
  de: {
    name: 'Einwilligung',
    description:
      'Bittet um Zustimmung zu einem Text und hält Wortlaut, Version und Prüfsumme fest. Ein abgetippter Code zeigt, dass es jemand so meint, nicht wem die Adresse gehört.',
    fields: {
      name: 'Name der Einwilligung',
      legalText: 'Rechtstext (optional)',
      text: 'Wortlaut',
      version: 'Version des Textes',
      mandatory: 'Nötig, um weiterzumachen',
      refusedText: 'Antwort an alle, die nicht zustimmen',
      label: 'Beschriftung der Schaltfläche',
      double: 'Durch Abtippen eines Codes bestätigen (Double-Opt-in)',
      codeText: 'Text vor dem Code',
      wrongCode: 'Antwort auf einen falschen Code',
      changedMind: 'Beschriftung, um doch nicht zuzustimmen',
      repeat: 'Noch einmal fragen',
      'repeat.always': 'Jedes Mal',
      'repeat.after_days': 'Nach einigen Tagen',
      'repeat.never': 'Nur, wenn sich der Text geändert hat',
      repeatDays: 'Tage, bis wieder gefragt wird',
      why: askTexts.de.fields.why,
      variable: 'Variable (gleicher Name ist dieselbe Einwilligung)',
      idleMinutes: askTexts.de.fields.idleMinutes,
    },
    hints: {
      legalText:
        'Ein Text, den Sie unter „Rechtstexte“ mit seinen Versionen führen. Bleibt das Feld leer, tippen Sie den Wortlaut hier.',
      repeat:
        'Eine Ablehnung bleibt höchstens 180 Tage gespeichert. Danach wird dieselbe Person wieder gefragt.',
    },
    branches: { next: 'Weiter', refused: 'Nicht zugestimmt', ...askTexts.de.idle },
    initial: {
      name: 'Newsletter',
      version: '1',
      refusedText: 'Ohne Ihre Einwilligung geht es hier nicht weiter. Mehr wird nicht gespeichert.',
      label: 'Absenden',
      codeText: 'Bitte tippen Sie zur Bestätigung diesen Code ab:',
      wrongCode: 'Das ist nicht der Code. Bitte sehen Sie noch einmal nach.',
      changedMind: 'Ich stimme doch nicht zu',
      variable: 'consent_newsletter',
    },
  },
};
