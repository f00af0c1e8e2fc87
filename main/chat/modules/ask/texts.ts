/** Labels and first words of the settings that every question has. */
export const askTexts = {
  en: {
    fields: {
      question: 'Question',
      why: 'Why this is asked (optional)',
      skip: 'Label to skip the question (empty: it has to be answered)',
      whenKnown: 'When the answer is known already',
      'whenKnown.ask_again': 'Ask again',
      'whenKnown.keep': 'Do not ask again',
      'whenKnown.offer': 'Show it and offer to change it',
      knownText: 'Text before the known answer',
      keepLabel: 'Label to keep it',
      changeLabel: 'Label to change it',
      idleMinutes: 'Minutes without an answer until the chat goes on (0: wait)',
    },
    dontKnow: { dontKnow: 'Label for "I do not know" (empty: not offered)' },
    idle: { idle: 'No answer' },
    initial: {
      knownText: 'I have noted:',
      keepLabel: 'That is right',
      changeLabel: 'Change it',
    },
  },
  de: {
    fields: {
      question: 'Frage',
      why: 'Warum danach gefragt wird (optional)',
      skip: 'Beschriftung zum Überspringen (leer: eine Antwort ist nötig)',
      whenKnown: 'Wenn die Antwort schon bekannt ist',
      'whenKnown.ask_again': 'Noch einmal fragen',
      'whenKnown.keep': 'Nicht noch einmal fragen',
      'whenKnown.offer': 'Zeigen und eine Änderung anbieten',
      knownText: 'Text vor der bekannten Antwort',
      keepLabel: 'Beschriftung zum Behalten',
      changeLabel: 'Beschriftung zum Ändern',
      idleMinutes: 'Minuten ohne Antwort, bis der Chat weitergeht (0: warten)',
    },
    dontKnow: { dontKnow: 'Beschriftung für „Weiß ich nicht“ (leer: nicht angeboten)' },
    idle: { idle: 'Keine Antwort' },
    initial: {
      knownText: 'Ich habe notiert:',
      keepLabel: 'Das stimmt',
      changeLabel: 'Ändern',
    },
  },
};
