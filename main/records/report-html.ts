import type { Language, Report } from '../../preload/contract';

/** The report as one HTML file that needs nothing beside it and loads nothing. */
export function reportHtml({ title, subtitle, sections }: Report, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
${sections.map(sectionHtml).join('\n')}
</body>
</html>
`;
}

function sectionHtml({ heading, text, facts, table }: Report['sections'][number]): string {
  const parts = [`<h2>${escapeHtml(heading)}</h2>`];
  if (text) parts.push(`<p>${escapeHtml(text)}</p>`);
  if (facts) {
    const lines = facts.map(
      ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
    );
    parts.push(`<dl>${lines.join('')}</dl>`);
  }
  if (table) {
    const head = table.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
    const rows = table.rows.map(
      (row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
    );
    parts.push(`<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`);
  }
  return `<section>${parts.join('\n')}</section>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const STYLE = `
body { font: 11pt/1.5 system-ui, sans-serif; color: #16212b; max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 18pt; margin-bottom: 0; }
h2 { font-size: 13pt; margin: 1.8em 0 .4em; break-after: avoid; }
.subtitle { color: #55636e; margin-top: .2em; }
dl { display: grid; grid-template-columns: 14em 1fr; gap: .2em 1em; margin: 0 0 1em; }
dt { color: #55636e; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; }
th, td { text-align: left; vertical-align: top; padding: .35em .6em .35em 0; border-bottom: 1px solid #c9d2d8; }
tr { break-inside: avoid; }
`;
