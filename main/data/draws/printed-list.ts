import de from '../../../resources/locales/de/draw.json';
import en from '../../../resources/locales/en/draw.json';
import { html, page } from '../../foundation/html/html';
import { addressOf, dayIn, linesHtml, nameOf, type PrintedDraw } from './printed-letters';

const words = { en: en.list, de: de.list };

/** A list to hand over prizes by, with room for a signature. */
export function printedList({ draw, winners, language, nowMs }: PrintedDraw): string {
  const say = words[language];
  const { rank, prize, who, address, reach, received } = say.columns;
  const body = html`<p class="note">${say.note.replace('{{date}}', dayIn(nowMs, language))}</p>
<table>
<thead><tr>${[rank, prize, who, address, reach, received].map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${winners.map(
  (winner) => html`<tr>
<td>${winner.rank ?? ''}</td><td>${winner.prize_name ?? ''}</td><td>${nameOf(winner)}</td>
<td>${linesHtml(addressOf(winner, language))}</td>
<td>${linesHtml([winner.email ?? '', winner.phone ?? ''])}</td><td class="sign"></td>
</tr>`,
)}
</tbody>
</table>`;
  return page({ language, title: draw.giveaway_name, style: STYLE, body });
}

const STYLE = `
@page { size: A4 landscape; margin: 15mm; }
body { font: 10pt/1.4 system-ui, sans-serif; color: #16212b; margin: 0; }
h1 { font-size: 16pt; margin: 0; }
.note { color: #55636e; margin: .2em 0 1em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5em .8em .5em 0; border-bottom: 1px solid #c9d2d8; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.sign { width: 45mm; height: 12mm; }
`;
