import type { Cell, Language, PersonRequest, RecordDetails } from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import { type Html, html, page } from '../../foundation/html/html';
import { aboutStorage, activitiesOf, processingSection, rightsOf } from './answer-processing';
import { ANSWER_STYLE } from './answer-style';
import { answeredColumns } from './answered-columns';
import { cellText } from './cell-text';
import { type Fact, factList } from './fact-list';
import type { Source, StoredTable } from './stored-data';
import { dayIn, fill, instantIn, type PrivacyTexts, privacyTexts, type Words } from './texts';
import type { Upload } from './uploads';

export interface Answer {
  readonly email: string;
  readonly stored: readonly StoredTable[];
  readonly uploads: readonly Upload[];
  readonly requests: readonly PersonRequest[];
  /** What the records of processing say of whoever is responsible. */
  readonly details: Pick<
    RecordDetails,
    'controller' | 'contact' | 'representative' | 'dataProtectionOfficer' | 'activities' | 'own'
  >;
  readonly nowMs: number;
  readonly language: Language;
  readonly timeZone: string;
}

/**
 * What is stored about a person, why and until when, in plain language: what Art. 15 (1) and (2) GDPR
 * ask for, from what is stored and from what the records of processing state. What they do not, the page
 * says. Made to be printed.
 */
export function answerPage(answer: Answer): string {
  const { stored, uploads, requests, details, nowMs, language, timeZone } = answer;
  const texts = privacyTexts(language);
  const instant = instantIn(language, timeZone);
  const words: Words = { texts, language, instant };
  const activities = activitiesOf(stored, requests.length > 0, details, words);
  const hasConsents = stored.some(({ table }) => table === 'consents');
  const { summary: t } = texts;
  const body = html`${cover(answer, words)}
<h2>${t.overview}</h2>
${stored.length === 0 ? html`<p>${t.nothing}</p>` : overview(stored, words)}
${activities.length > 0 ? processingSection(activities, words) : ''}
${stored.length > 0 ? bulletSection(t.storage.title, aboutStorage(stored, words)) : ''}
${bulletSection(t.rights.title, rightsOf(activities, hasConsents, words), wayTo(details, words))}
${stored.map((each) => tableSection(each, words, nowMs))}
${requests.length > 0 ? requestSection(requests, words) : ''}
${uploads.length > 0 ? uploadSection(uploads, texts) : ''}`;
  return page({ language, title: t.title, style: ANSWER_STYLE, body });
}

function bulletSection(title: string, lines: readonly string[], after = ''): Html {
  return html`<section><h2>${title}</h2>
<ul>
${lines.map((line) => html`<li>${line}</li>`)}
</ul>
${after ? html`<p class="after">${after}</p>` : ''}</section>`;
}

function wayTo({ contact }: Answer['details'], { texts }: Words): string {
  return contact === '' ? '' : fill(texts.summary.rights.write, { contact });
}

function cover(
  { email, details, nowMs, stored, uploads }: Answer,
  { texts: { summary: t }, instant }: Words,
): Html {
  const { controller, contact, representative, dataProtectionOfficer } = details;
  const rows = stored.reduce((sum, each) => sum + each.rows, 0);
  const facts: [string, string][] = [
    [t.about, email],
    [t.asOf, instant(nowMs)],
    [t.extent, fill(t.extentText, { rows, tables: stored.length, files: uploads.length })],
    [t.controller, [controller.name, controller.address].filter(Boolean).join(', ')],
    [t.contact, contact],
    [t.representative, representative],
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
  const { texts, language, instant } = words;
  const { experienceName, moduleType, rows, held, lastExpiry } = source;
  const module =
    (moduleType && moduleOf(moduleType)?.texts[language].name) ?? texts.summary.lostModule;
  const why = fill(texts.summary.whyText, { module, experience: experienceName });
  return html`<tr><td>${texts.tables[table]}</td><td class="number">${rows}</td><td>${why}</td><td>${instant(lastExpiry)}${held > 0 ? html`<br>${texts.summary.heldEntry}` : ''}</td></tr>`;
}

function tableSection(
  { table, rows, held, shown }: StoredTable,
  words: Words,
  nowMs: number,
): Html {
  const { texts } = words;
  const { summary: t } = texts;
  return html`<section><h2>${texts.tables[table]}</h2>
<p>${texts.about[table]} ${fill(t.file, { file: `${table}.csv` })}</p>
${held > 0 ? html`<p><strong>${fill(t.held, { count: held })}</strong></p>` : ''}
${shown.map((row) => entryCard(table, row, words, nowMs))}
${rows > shown.length ? html`<p>${fill(t.more, { count: rows - shown.length })}</p>` : ''}
</section>`;
}

/** What one row says, below when it was stored. What is for machines is in the CSV file. */
function entryCard(
  table: StoredTable['table'],
  row: Readonly<Record<string, Cell>>,
  words: Words,
  nowMs: number,
): Html {
  const { texts, instant } = words;
  const isPast = Number(row.expires_at) <= nowMs;
  const labels: Readonly<Record<string, string>> = texts.columns;
  const facts = Object.entries(answeredColumns(table)).flatMap(([name, column]): Fact[] => {
    const text = cellText(row, [name, column], words);
    if (column.technical || text === '' || name === 'created_at') return [];
    if (name !== 'expires_at') return [[labels[name] ?? name, text]];
    return [[texts.summary.until, isPast ? `${text} · ${texts.summary.heldEntry}` : text]];
  });
  return html`<article><h3>${instant(Number(row.created_at))}</h3>
${factList(facts)}</article>`;
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
