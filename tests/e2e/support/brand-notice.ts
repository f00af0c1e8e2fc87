import { BRAND } from './brand';

/** What a person writes where the generator of the notice does not know: by a word of the gap, in both languages. */
const GAPS: readonly [gap: RegExp, english: string, german: string][] = [
  [/Draft, made|Entwurf, erstellt/, '', ''],
  [/controller\]|Verantwortlichen\]/, BRAND.imprint, BRAND.imprint],
  [/reach you|erreicht/, 'privacy@lumen.example', 'privacy@lumen.example'],
  [
    /officer|Datenschutzbeauftragten/,
    'Data protection, at the address above',
    'Datenschutz, unter der Anschrift oben',
  ],
  [
    /purpose|Zweck/,
    'to run the raffle and to tell the winners',
    'das Gewinnspiel durchführen und die Gewinner benachrichtigen',
  ],
  [
    /legal basis|Rechtsgrundlage/,
    'contract, Article 6(1)(b) GDPR; newsletter: consent, Article 6(1)(a)',
    'Vertrag, Artikel 6 Absatz 1 Buchstabe b DSGVO; Newsletter: Einwilligung, Buchstabe a',
  ],
  [
    /sends the prizes|Preise verschickt/,
    'The names and addresses of the winners go to our shipping department.',
    'Namen und Adressen der Gewinner gehen an unseren Versand.',
  ],
  [
    /outside the European|außerhalb des Europäischen/,
    'No data goes to a country outside the European Economic Area.',
    'Es gelangen keine Daten in ein Land außerhalb des Europäischen Wirtschaftsraums.',
  ],
  [
    /supervisory authority|Aufsichtsbehörde/,
    'The data protection authority of Example State',
    'Die Datenschutzaufsicht des Beispiellands',
  ],
  [
    /have to provide|angeben müssen/,
    'Nobody has to give the data; without it, nobody can take part.',
    'Niemand muss die Daten angeben; ohne sie ist keine Teilnahme möglich.',
  ],
  [
    /automated decision|automatisierte Entscheidung/,
    'Nothing is decided by machines alone.',
    'Nichts wird allein von Maschinen entschieden.',
  ],
];

/** The notice as a person has completed it. */
export function completed(draft: string, language: 'en' | 'de'): string {
  const filled = draft.replaceAll(/\[\[[^\]]*\]\]/g, (gap) => {
    const words = GAPS.find(([pattern]) => pattern.test(gap));
    if (!words) throw new Error(`Nobody knows what to write for: ${gap}`);
    return words[language === 'en' ? 1 : 2];
  });
  return filled.replaceAll(/\n{3,}/g, '\n\n').trim();
}
