import de from '../../../resources/locales/de/draw.json';
import en from '../../../resources/locales/en/draw.json';
import { html, page } from '../../foundation/html/html';
import { addressOf, linesHtml, nameOf, type PrintedDraw } from './printed-letters';

const words = { en: en.list, de: de.list };

/** A list to hand over prizes by, with room for a signature. */
export function printedList({ draw, winners, language, today }: PrintedDraw): string {
  const say = words[language];
  const { rank, prize, who, address, reach, received } = say.columns;
  const body = html`<p class="note">${say.note.replace('{{date}}', today)}</p>
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
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5em .8em .5em 0; border-bottom: 1px solid #c9d2d8; overflow-wrap: break-word; }
th:nth-child(1) { width: 6%; } th:nth-child(2) { width: 19%; } th:nth-child(3) { width: 16%; }
th:nth-child(4) { width: 15%; } th:nth-child(5) { width: 27%; }
tr { break-inside: avoid; }
.sign { height: 12mm; }
`;
