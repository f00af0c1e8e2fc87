import type { Language } from '../../../preload/contract';

/** Sentences of a privacy notice. What ChatVault cannot know stands in double square brackets. */
export interface NoticeWords {
  readonly title: string;
  readonly review: string;
  readonly responsible: string;
  readonly noController: string;
  readonly contact: string;
  readonly noContact: string;
  readonly officer: string;
  readonly noOfficer: string;
  readonly collected: string;
  readonly purpose: string;
  readonly noPurpose: string;
  readonly legalBasis: string;
  readonly noLegalBasis: string;
  readonly interest: string;
  readonly noInterest: string;
  readonly storesNothing: string;
  readonly longer: string;
  readonly after: (days: string, isActivity: boolean) => string;
  /** Said of consents, of which refusals go sooner. */
  readonly refusals: (days: string) => string;
  readonly days: (first: number, last: number) => string;
  readonly recipients: string;
  readonly device: string;
  readonly noRecipients: string;
  readonly noTransfers: string;
  readonly statedRecipients: string;
  readonly statedTransfers: string;
  readonly rights: string;
  readonly rightsList: readonly string[];
  readonly withdrawal: string;
  readonly how: string;
  readonly write: string;
  readonly erase: (names: string) => string;
  readonly withdraw: (names: string) => string;
  readonly complaint: string;
  readonly authority: string;
  readonly other: string;
  readonly duty: string;
  readonly automated: string;
}

const en: NoticeWords = {
  title: 'Privacy notice',
  review:
    '[[Draft, made from the settings of ChatVault. A person has to review it: complete the marked places, correct what is otherwise, and delete this paragraph.]]',
  responsible: 'Who is responsible',
  noController: '[[Please add: name and address of the controller]]',
  contact: 'Contact',
  noContact: '[[Please add: how to reach you about data protection]]',
  officer: 'Data protection officer',
  noOfficer: '[[Please add: contact of the data protection officer, or delete this line]]',
  collected: 'What is collected, why, and for how long',
  purpose: 'Purpose',
  noPurpose: '[[Please add: for which purpose this data is processed]]',
  legalBasis: 'Legal basis',
  noLegalBasis: '[[Please add: the legal basis, such as Article 6(1)(a) or (b) GDPR]]',
  interest: 'Legitimate interest',
  noInterest: '[[Please add: the legitimate interest that is pursued]]',
  storesNothing: 'As it is set up now, this chat stores no personal data.',
  longer: 'Data is kept longer where a legal duty or a legal dispute makes that necessary.',
  after: (days, isActivity) =>
    isActivity
      ? `Deleted automatically ${days} after you last took part.`
      : `Deleted automatically ${days} after it was stored.`,
  refusals: (days) => `Refusals: after ${days}.`,
  days: (first, last) =>
    first === last ? `${first} ${first === 1 ? 'day' : 'days'}` : `${first} to ${last} days`,
  recipients: 'Who gets the data',
  device:
    'The data is stored in encrypted form on the device on which you chat. The application itself sends it to nobody.',
  noRecipients:
    '[[Please add: who gets the data from there, such as whoever sends the prizes; or that nobody does]]',
  noTransfers:
    '[[Please add: whether data goes to a country outside the European Economic Area, and with which safeguards; or delete this line]]',
  statedRecipients: 'The data is passed on to:',
  statedTransfers: 'Data goes to these countries outside the European Economic Area:',
  rights: 'Your rights',
  rightsList: [
    'Access: you can ask which data about you is stored (Article 15 GDPR).',
    'Rectification: you can have wrong data corrected (Article 16 GDPR).',
    'Erasure: you can have data about you deleted (Article 17 GDPR).',
    'Restriction: you can have the use of your data limited (Article 18 GDPR).',
    'Portability: you can get the data that you have provided in a format that machines read (Article 20 GDPR).',
    'Objection: you can object to processing that is based on a legitimate interest (Article 21 GDPR).',
    'Complaint: you can complain to a supervisory authority (Article 77 GDPR).',
  ],
  withdrawal:
    'Withdrawal: you can withdraw a consent with effect for the future. What was done before stays lawful (Article 7(3) GDPR).',
  how: 'How to exercise your rights',
  write: 'Write to the contact named above.',
  erase: (names) => `In the chat itself, you can have your data deleted${names}.`,
  withdraw: (names) => `In the chat itself, you can withdraw a consent${names}.`,
  complaint: 'Supervisory authority',
  authority: '[[Please add: the supervisory authority that is responsible for you]]',
  other: 'What else you should know',
  duty: '[[Please add: whether participants have to provide the data, and what happens if they do not]]',
  automated:
    '[[Please add: whether there is automated decision-making within the meaning of Article 22 GDPR; or delete this line]]',
};

const de: NoticeWords = {
  title: 'Datenschutzerklärung',
  review:
    '[[Entwurf, erstellt aus den Einstellungen von ChatVault. Ein Mensch muss ihn prüfen: Ergänzen Sie die gekennzeichneten Stellen, berichtigen Sie, was anders ist, und löschen Sie diesen Absatz.]]',
  responsible: 'Wer verantwortlich ist',
  noController: '[[Bitte ergänzen: Name und Anschrift des Verantwortlichen]]',
  contact: 'Kontakt',
  noContact: '[[Bitte ergänzen: wie man Sie in Fragen des Datenschutzes erreicht]]',
  officer: 'Datenschutzbeauftragte Person',
  noOfficer:
    '[[Bitte ergänzen: Kontakt der oder des Datenschutzbeauftragten, oder diese Zeile löschen]]',
  collected: 'Was erhoben wird, wozu und wie lange',
  purpose: 'Zweck',
  noPurpose: '[[Bitte ergänzen: zu welchem Zweck diese Daten verarbeitet werden]]',
  legalBasis: 'Rechtsgrundlage',
  noLegalBasis:
    '[[Bitte ergänzen: die Rechtsgrundlage, etwa Artikel 6 Absatz 1 Buchstabe a oder b DSGVO]]',
  interest: 'Berechtigtes Interesse',
  noInterest: '[[Bitte ergänzen: das berechtigte Interesse, das verfolgt wird]]',
  storesNothing:
    'So wie er jetzt eingestellt ist, speichert dieser Chat keine personenbezogenen Daten.',
  longer:
    'Daten werden länger aufbewahrt, wo eine gesetzliche Pflicht oder ein Rechtsstreit das erfordert.',
  after: (days, isActivity) =>
    isActivity
      ? `Wird ${days} nach Ihrer letzten Teilnahme automatisch gelöscht.`
      : `Wird ${days} nach dem Speichern automatisch gelöscht.`,
  refusals: (days) => `Ablehnungen: nach ${days}n.`,
  days: (first, last) =>
    first === last ? `${first} ${first === 1 ? 'Tag' : 'Tage'}` : `${first} bis ${last} Tage`,
  recipients: 'Wer die Daten bekommt',
  device:
    'Die Daten werden verschlüsselt auf dem Gerät gespeichert, an dem Sie chatten. Die Anwendung selbst sendet sie an niemanden.',
  noRecipients:
    '[[Bitte ergänzen: wer die Daten von dort bekommt, etwa wer die Preise verschickt; oder dass niemand sie bekommt]]',
  noTransfers:
    '[[Bitte ergänzen: ob Daten in ein Land außerhalb des Europäischen Wirtschaftsraums gelangen, und mit welchen Garantien; oder diese Zeile löschen]]',
  statedRecipients: 'Die Daten werden weitergegeben an:',
  statedTransfers: 'Daten gehen in diese Länder außerhalb des Europäischen Wirtschaftsraums:',
  rights: 'Ihre Rechte',
  rightsList: [
    'Auskunft: Sie können erfahren, welche Daten über Sie gespeichert sind (Artikel 15 DSGVO).',
    'Berichtigung: Sie können falsche Daten berichtigen lassen (Artikel 16 DSGVO).',
    'Löschung: Sie können Daten über sich löschen lassen (Artikel 17 DSGVO).',
    'Einschränkung: Sie können die Verwendung Ihrer Daten einschränken lassen (Artikel 18 DSGVO).',
    'Übertragbarkeit: Sie können die Daten, die Sie angegeben haben, in einem maschinenlesbaren Format bekommen (Artikel 20 DSGVO).',
    'Widerspruch: Sie können einer Verarbeitung widersprechen, die auf einem berechtigten Interesse beruht (Artikel 21 DSGVO).',
    'Beschwerde: Sie können sich bei einer Aufsichtsbehörde beschweren (Artikel 77 DSGVO).',
  ],
  withdrawal:
    'Widerruf: Sie können eine Einwilligung mit Wirkung für die Zukunft widerrufen. Was bis dahin geschehen ist, bleibt rechtmäßig (Artikel 7 Absatz 3 DSGVO).',
  how: 'Wie Sie Ihre Rechte ausüben',
  write: 'Schreiben Sie an den oben genannten Kontakt.',
  erase: (names) => `Im Chat selbst können Sie Ihre Daten löschen lassen${names}.`,
  withdraw: (names) => `Im Chat selbst können Sie eine Einwilligung widerrufen${names}.`,
  complaint: 'Aufsichtsbehörde',
  authority: '[[Bitte ergänzen: die für Sie zuständige Aufsichtsbehörde]]',
  other: 'Was Sie noch wissen sollten',
  duty: '[[Bitte ergänzen: ob Teilnehmende die Daten angeben müssen, und was geschieht, wenn sie es nicht tun]]',
  automated:
    '[[Bitte ergänzen: ob es eine automatisierte Entscheidungsfindung im Sinne von Artikel 22 DSGVO gibt; oder diese Zeile löschen]]',
};

export const noticeWords: Readonly<Record<Language, NoticeWords>> = { en, de };
