import type { Cell, Language, PersonRequest, RecordDetails } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import { type Html, html, page } from '../../foundation/html/html';
import { listedColumns } from '../../foundation/store/tables';
import type { Column } from '../../foundation/store/tables/define-table';
import { ANSWER_STYLE } from './answer-style';
import type { Source, StoredTable } from './stored-data';
import { dayIn, fill, instantIn, type PrivacyTexts, privacyTexts } from './texts';
import type { Upload } from './uploads';

export interface Answer {
  readonly email: string;
  readonly stored: readonly StoredTable[];
  readonly uploads: readonly Upload[];
  readonly requests: readonly PersonRequest[];
  /** What the records of processing say of whoever is responsible. */
  readonly details: Pick<
    RecordDetails,
    'controller' | 'contact' | 'dataProtectionOfficer' | 'activities'
  >;
  readonly nowMs: number;
  readonly language: Language;
  readonly timeZone: string;
}

interface Words {
  readonly texts: PrivacyTexts;
  readonly language: Language;
  readonly instant: (ms: number) => string;
  readonly activities: RecordDetails['activities'];
}

/**
 * What is stored about a person, why and until when, in plain language: what Art. 15 (1) and (2) GDPR
 * ask for as far as the software knows it. Made to be printed.
 */
export function answerPage(answer: Answer): string {
  const { stored, uploads, requests, details, language, timeZone } = answer;
  const texts = privacyTexts(language);
  const instant = instantIn(language, timeZone);
  const words: Words = { texts, language, instant, activities: details.activities };
  const { summary: t } = texts;
  const body = html`${cover(answer, words)}
<h2>${t.overview}</h2>
${stored.length === 0 ? html`<p>${t.nothing}</p>` : overview(stored, words)}
${stored.map((each) => tableSection(each, words))}
${requests.length > 0 ? requestSection(requests, words) : ''}
${uploads.length > 0 ? uploadSection(uploads, texts) : ''}
<section><h2>${t.aboutTitle}</h2>
<ul>
${[t.recipients, t.source, t.automated, t.technical].map((line) => html`<li>${line}</li>`)}
</ul></section>
<section><h2>${t.rightsTitle}</h2>
<ul>
${t.rights.map((line) => html`<li>${line}</li>`)}
</ul></section>`;
  return page({ language, title: t.title, style: ANSWER_STYLE, body });
}

function cover(
  { email, details, nowMs, stored, uploads }: Answer,
  { texts: { summary: t }, instant }: Words,
): Html {
  const { controller, contact, dataProtectionOfficer } = details;
  const rows = stored.reduce((sum, each) => sum + each.rows, 0);
  const facts: [string, string][] = [
    [t.about, email],
    [t.asOf, instant(nowMs)],
    [t.extent, fill(t.extentText, { rows, tables: stored.length, files: uploads.length })],
    [t.controller, [controller.name, controller.address].filter(Boolean).join(', ')],
    [t.contact, contact],
    [t.officer, dataProtectionOfficer],
  ];
  const stated = facts.filter(([, value]) => value !== '');
  return html`<div class="cover">
<p class="lead">${t.intro}</p>
${factList(stated)}
<p class="note">${t.attached}</p>
</div>`;
}

function overview(stored: readonly StoredTable[], words: Words): Html {
  const { summary: t } = words.texts;
  return html`<table>
<thead><tr><th scope="col">${t.what}</th><th scope="col" class="number">${t.rows}</th><th scope="col">${t.why}</th><th scope="col">${t.until}</th></tr></thead>
<tbody>
${stored.flatMap((each) => each.sources.map((source) => sourceRow(each, source, words)))}
</tbody></table>`;
}

function sourceRow({ table }: StoredTable, source: Source, words: Words): Html {
  const { texts, language, instant, activities } = words;
  const { experienceId, experienceName, moduleType, rows, lastExpiry } = source;
  const module =
    (moduleType && moduleOf(moduleType)?.texts[language].name) ?? texts.summary.lostModule;
  const why = fill(texts.summary.whyText, { module, experience: experienceName });
  const purpose = activities[experienceId ?? '']?.purpose;
  return html`<tr><td>${texts.tables[table]}</td><td class="number">${rows}</td><td>${why}${purpose ? html`<br><small>${texts.summary.purpose}: ${purpose}</small>` : ''}</td><td>${instant(lastExpiry)}</td></tr>`;
}

function tableSection({ table, rows, held, shown }: StoredTable, words: Words): Html {
  const { texts } = words;
  const { summary: t } = texts;
  return html`<section><h2>${texts.tables[table]}</h2>
<p>${texts.about[table]} ${fill(t.file, { file: `${table}.csv` })}</p>
${held > 0 ? html`<p><strong>${fill(t.held, { count: held })}</strong></p>` : ''}
${shown.map((row) => entryCard(table, row, words))}
${rows > shown.length ? html`<p>${fill(t.more, { count: rows - shown.length })}</p>` : ''}
</section>`;
}

/** What one row says, below when it was stored. What is for machines is in the CSV file. */
function entryCard(
  table: StoredTable['table'],
  row: Readonly<Record<string, Cell>>,
  words: Words,
): Html {
  const { texts, instant } = words;
  const labels: Readonly<Record<string, string>> = texts.columns;
  const channels: Readonly<Record<string, string>> = texts.channels;
  const facts = Object.entries(listedColumns(table)).flatMap(([name, column]) => {
    const value = row[name] ?? null;
    const text = (name === 'channel' && channels[String(value)]) || cellText(column, value, words);
    if (column.technical || text === '' || name === 'created_at') return [];
    const label = name === 'expires_at' ? texts.summary.until : (labels[name] ?? name);
    return [[label, text] as [string, string]];
  });
  return html`<article><h3>${instant(Number(row.created_at))}</h3>
${factList(facts)}</article>`;
}

function factList(facts: readonly (readonly [string, string])[]): Html {
  return html`<dl>
${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
</dl>`;
}

function cellText({ kind }: Column, value: Cell, { instant }: Words): string {
  if (value === null) return '';
  return kind === 'instant' ? instant(Number(value)) : String(value);
}

/** What was asked for, and what was done about it. */
function requestSection(requests: readonly PersonRequest[], words: Words): Html {
  const { texts, language, instant } = words;
  const { summary: t, requests: r } = texts;
  const day = dayIn(language);
  return html`<section><h2>${t.requests}</h2>
<p>${t.requestsText} ${fill(t.file, { file: 'requests.csv' })}</p>
${requests.map((request) => {
  const { reference, kind, receivedOn, dueOn, state, note, steps, expiresAt } = request;
  const facts: [string, string][] = [
    [r.received, day(receivedOn)],
    [r.due, day(dueOn)],
    [r.state, r.states[state]],
    ...(note === '' ? [] : [[r.note, note] as [string, string]]),
    [t.until, instant(expiresAt)],
  ];
  const done = steps.map(({ at, step }) => [instant(at), r.steps[step.what]] as const);
  return html`<article><h3>${r.kinds[kind]} · ${reference}</h3>
${factList([...facts, ...done])}</article>`;
})}
</section>`;
}

function uploadSection(uploads: readonly Upload[], { summary: t }: PrivacyTexts): Html {
  return html`<section><h2>${t.uploads}</h2>
<table>
<thead><tr><th scope="col">${t.uploadedName}</th><th scope="col">${t.nameInFile}</th></tr></thead>
<tbody>
${uploads.map(({ name, originalName }) => html`<tr><td>${originalName}</td><td>${name}</td></tr>`)}
</tbody></table></section>`;
}
