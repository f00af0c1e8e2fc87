import type { Cell, Language } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import { type Html, html } from '../../foundation/html/html';
import { listedColumns } from '../../foundation/store/tables';
import type { Column } from '../../foundation/store/tables/define-table';
import { privacyPage } from './privacy-page';
import type { Source, StoredTable } from './stored-data';
import { fill, instantIn, type PrivacyTexts, privacyTexts } from './texts';
import type { Upload } from './uploads';

export interface Summary {
  readonly email: string;
  readonly stored: readonly StoredTable[];
  readonly uploads: readonly Upload[];
  readonly nowMs: number;
  readonly language: Language;
  readonly timeZone: string;
}

interface Words {
  readonly texts: PrivacyTexts;
  readonly language: Language;
  readonly instant: (ms: number) => string;
}

/**
 * What is stored about a person, why and until when, in plain language: what Art. 15 (1) and (2) GDPR
 * ask for as far as the software knows it.
 */
export function summaryPage({
  email,
  stored,
  uploads,
  nowMs,
  language,
  timeZone,
}: Summary): string {
  const texts = privacyTexts(language);
  const words: Words = { texts, language, instant: instantIn(language, timeZone) };
  const { summary: t } = texts;
  const body = html`<p>${fill(t.intro, { email, at: words.instant(nowMs) })}</p>
<h2>${t.overview}</h2>
<div class="wide"><table>
<thead><tr><th scope="col">${t.what}</th><th scope="col">${t.rows}</th><th scope="col">${t.why}</th><th scope="col">${t.until}</th></tr></thead>
<tbody>
${stored.flatMap((each) => each.sources.map((source) => sourceRow(each, source, words)))}
</tbody></table></div>
${stored.length === 0 ? html`<p>${t.nothing}</p>` : ''}
${stored.map((each) => tableSection(each, words))}
${uploads.length > 0 ? uploadSection(uploads, texts) : ''}
<h2>${t.aboutTitle}</h2>
<ul>
${[t.recipients, t.source, t.automated, t.technical].map((line) => html`<li>${line}</li>`)}
</ul>
<h2>${t.rightsTitle}</h2>
<p>${t.rights}</p>`;
  return privacyPage(language, t.title, body);
}

function sourceRow({ table }: StoredTable, source: Source, { texts, language, instant }: Words) {
  const { experienceName, moduleType, rows, lastExpiry } = source;
  const module =
    (moduleType && moduleOf(moduleType)?.texts[language].name) ?? texts.summary.lostModule;
  const why = fill(texts.summary.whyText, { module, experience: experienceName });
  return html`<tr><td>${texts.tables[table]}</td><td class="number">${rows}</td><td>${why}</td><td>${instant(lastExpiry)}</td></tr>`;
}

function tableSection({ table, rows, held, shown }: StoredTable, words: Words): Html {
  const { texts } = words;
  // What is the same in every row of the person, or for machines, is in the CSV files.
  const columns = Object.entries(listedColumns(table)).filter(
    ([name, column]) => !column.technical && shown.some((row) => row[name] !== null),
  );
  const labels: Readonly<Record<string, string>> = texts.columns;
  const label = (name: string): string =>
    name === 'expires_at' ? texts.summary.until : (labels[name] ?? name);
  return html`<h2>${texts.tables[table]}</h2>
<p>${texts.about[table]} ${fill(texts.summary.file, { file: `${table}.csv` })}</p>
${held > 0 ? html`<p><strong>${fill(texts.summary.held, { count: held })}</strong></p>` : ''}
<div class="wide"><table>
<thead><tr>${columns.map(([name]) => html`<th scope="col">${label(name)}</th>`)}</tr></thead>
<tbody>
${shown.map(
  (row) =>
    html`<tr>${columns.map(([name, column]) => html`<td>${cellText(column, row[name] ?? null, words)}</td>`)}</tr>`,
)}
</tbody></table></div>
${rows > shown.length ? html`<p>${fill(texts.summary.more, { count: rows - shown.length })}</p>` : ''}`;
}

function cellText({ kind }: Column, value: Cell, { instant }: Words): string {
  if (value === null) return '';
  return kind === 'instant' ? instant(Number(value)) : String(value);
}

function uploadSection(uploads: readonly Upload[], { summary: t }: PrivacyTexts): Html {
  return html`<h2>${t.uploads}</h2>
<table>
<thead><tr><th scope="col">${t.uploadedName}</th><th scope="col">${t.nameInZip}</th></tr></thead>
<tbody>
${uploads.map(({ name, originalName }) => html`<tr><td>${originalName}</td><td>${name}</td></tr>`)}
</tbody></table>`;
}
