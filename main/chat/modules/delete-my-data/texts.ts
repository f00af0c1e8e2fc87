import { askTexts } from '../ask/texts';

export const texts = {
  en: {
    name: 'Delete my data',
    description:
      'Erases what is stored about the participant: all of this chat and, as it is set, all entries under the address that this chat knows.',
    fields: {
      reach: 'Which entries?',
      'reach.person': 'All under the address, which nobody verifies',
      'reach.session': 'Those of this chat only',
      explanation: 'What is deleted',
      confirmText: 'Words to tick before deleting',
      deleteLabel: 'Label to delete',
      keepLabel: 'Label to keep everything',
      doneText: 'Text after deleting',
      heldText: 'Text when a legal hold keeps something',
      notConfirmed: 'Answer when the box is not ticked',
      idleMinutes: askTexts.en.fields.idleMinutes,
    },
    branches: { next: 'Deleted', kept: 'Kept', ...askTexts.en.idle },
    events: { data_deleted: 'A participant deleted their data' },
    initial: {
      explanation:
        'We can delete what we have stored about you: your contact data, answers, files, consents, participations, codes and points under your email address, and everything from this chat. Participations and points are lost.',
      confirmText: 'I understand that this cannot be undone.',
      deleteLabel: 'Delete my data',
      keepLabel: 'Keep my data',
      doneText: 'Done. Entries deleted: ${deleted_rows}.',
      heldText: 'Some entries have to be kept for now for legal reasons. They go when that ends.',
      notConfirmed: 'Please tick the box if you would like us to delete your data.',
    },
  },
  de: {
    name: 'Meine Daten löschen',
    description:
      'Löscht, was über die Person gespeichert ist: alles aus diesem Chat und, je nach Einstellung, alle Einträge unter der Adresse, die dieser Chat kennt.',
    fields: {
      reach: 'Welche Einträge?',
      'reach.person': 'Alle unter der Adresse, die niemand prüft',
      'reach.session': 'Nur die dieses Chats',
      explanation: 'Was gelöscht wird',
      confirmText: 'Worte zum Ankreuzen vor dem Löschen',
      deleteLabel: 'Beschriftung zum Löschen',
      keepLabel: 'Beschriftung zum Behalten',
      doneText: 'Text nach dem Löschen',
      heldText: 'Text, wenn eine Löschsperre etwas bewahrt',
      notConfirmed: 'Antwort, wenn nicht angekreuzt ist',
      idleMinutes: askTexts.de.fields.idleMinutes,
    },
    branches: { next: 'Gelöscht', kept: 'Behalten', ...askTexts.de.idle },
    events: { data_deleted: 'Jemand hat die eigenen Daten gelöscht' },
    initial: {
      explanation:
        'Wir können löschen, was wir über Sie gespeichert haben: Ihre Kontaktdaten, Antworten, Dateien, Einwilligungen, Teilnahmen, Codes und Punkte unter Ihrer E-Mail-Adresse und alles aus diesem Chat. Teilnahmen und Punkte gehen verloren.',
      confirmText: 'Mir ist klar, dass das nicht rückgängig zu machen ist.',
      deleteLabel: 'Meine Daten löschen',
      keepLabel: 'Meine Daten behalten',
      doneText: 'Erledigt. Gelöschte Einträge: ${deleted_rows}.',
      heldText:
        'Einige Einträge müssen aus rechtlichen Gründen vorerst bleiben. Sie gehen, sobald das endet.',
      notConfirmed: 'Bitte kreuzen Sie das Feld an, wenn wir Ihre Daten löschen sollen.',
    },
  },
};
