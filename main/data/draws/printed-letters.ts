import {
  filled,
  type Language,
  type Letter,
  type LetterValues,
  lettersParagraphs,
} from '../../../preload/contract';
import { linesOf } from '../../chat/modules/address/parts';
import { type Html, html, page } from '../../foundation/html/html';
import type { StoredDraw } from './stored-draw';

export interface PrintedWinner {
  readonly rank: number | null;
  readonly prize_name: string | null;
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly street: string | null;
  readonly house_number: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly phone: string | null;
}

export interface PrintedDraw {
  readonly draw: Pick<StoredDraw, 'giveaway_name' | 'reply_by' | 'drawn_at'>;
  /** By rank. */
  readonly winners: readonly PrintedWinner[];
  readonly language: Language;
  /** As it is written. */
  readonly today: string;
}

/** A page for each winner, whose address shows in the window of an envelope (DIN 5008, form B). */
export function printedLetters({
  letter,
  draw,
  winners,
  language,
  today,
}: PrintedDraw & { readonly letter: Letter }): string {
  const sender = letter.sender.split('\n');
  const { subject, body } = letter.languages[language];
  const letters = winners.map((winner) => {
    const values = valuesOf(winner, { draw, letter, language });
    return html`<article>
<p class="sender">${linesHtml(sender)}</p>
<p class="address">${linesHtml([nameOf(winner), ...addressOf(winner, language)])}</p>
<p class="date">${today}</p>
<h2>${filled(subject, values, language)}</h2>
${lettersParagraphs(body, values, language).map((text) => html`<p>${linesHtml(text.split('\n'))}</p>`)}
</article>`;
  });
  return page({ language, title: draw.giveaway_name, style: STYLE, body: html`${letters}` });
}

function valuesOf(
  winner: PrintedWinner,
  { draw, letter, language }: Pick<PrintedDraw, 'draw' | 'language'> & { letter: Letter },
): LetterValues {
  return {
    name: nameOf(winner),
    prize: winner.prize_name ?? '',
    giveaway: draw.giveaway_name,
    replyBy: draw.reply_by === null ? '' : dayIn(Date.parse(draw.reply_by), language),
    contact: letter.contact,
  };
}

export const nameOf = ({ firstname, lastname }: PrintedWinner): string =>
  [firstname, lastname].filter(Boolean).join(' ');

/** Without the person: the lines of an envelope as they are usual in the country. */
export function addressOf(
  { street, house_number, zip, city, country }: PrintedWinner,
  language: Language,
): string[] {
  if (!street && !zip && !city) return [];
  const lines = linesOf({
    ...{ street: street ?? '', house_number: house_number ?? '', zip: zip ?? '' },
    ...{ city: city ?? '', country: country ?? '', district: '', state: '' },
  });
  return [...lines, ...(country ? [countryIn(country, language)] : [])];
}

/** In capitals, as the post wants it. */
function countryIn(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country.toUpperCase();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return (names.of(country) ?? country).toLocaleUpperCase(language);
}

/** The day of an instant in a time zone; days themselves have none. */
export const dayIn = (ms: number, language: Language, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(ms);

export const linesHtml = (lines: readonly string[]): Html =>
  html`${lines.filter(Boolean).map((line) => html`${line}<br>`)}`;

const STYLE = `
@page { size: A4; margin: 20mm 25mm; }
h1 { display: none; }
body { font: 11pt/1.45 system-ui, sans-serif; color: #16212b; margin: 0; }
article { position: relative; padding-top: 80mm; break-after: page; }
article:last-child { break-after: auto; }
.sender { position: absolute; top: 0; right: 0; width: 75mm; margin: 0; font-size: 9.5pt; color: #55636e; text-align: right; }
.address { position: absolute; top: 30mm; left: 0; width: 80mm; margin: 0; }
.date { position: absolute; top: 65mm; right: 0; margin: 0; }
h2 { font-size: 12pt; margin: 0 0 1.2em; }
p { margin: 0 0 1em; overflow-wrap: anywhere; orphans: 2; widows: 2; }
`;
