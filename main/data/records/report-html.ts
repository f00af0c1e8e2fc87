import type { Language, Report } from '../../../preload/contract';
import { type Html, html, page } from '../../foundation/html/html';

/** The report as one HTML file that needs nothing beside it and loads nothing. */
export function reportHtml({ title, subtitle, sections }: Report, language: Language): string {
  const body = html`<p class="subtitle">${subtitle}</p>
${sections.map(sectionHtml)}`;
  return page({ language, title, style: STYLE, body });
}

function sectionHtml({ heading, text, facts, table }: Report['sections'][number]): Html {
  return html`<section>
<h2>${heading}</h2>
${text ? html`<p>${text}</p>` : ''}
${facts ? html`<dl>${facts.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>` : ''}
${table ? tableHtml(table) : ''}
</section>`;
}

const tableHtml = ({ head, rows }: NonNullable<Report['sections'][number]['table']>): Html =>
  html`<table>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
</tbody>
</table>`;

const STYLE = `
@page { size: A4; margin: 18mm 18mm 20mm; }
body { font: 11pt/1.5 system-ui, sans-serif; color: #16212b; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; margin-bottom: 0; }
h2 { font-size: 13pt; margin: 1.8em 0 .4em; break-after: avoid; }
.subtitle { color: #55636e; margin-top: .2em; }
dl { display: grid; grid-template-columns: 14em 1fr; gap: .2em 1em; margin: 0 0 1em; }
dt { color: #55636e; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; }
th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0; border-bottom: 1px solid #c9d2d8; }
tr { break-inside: avoid; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; } table { font-size: 9pt; } }
`;
