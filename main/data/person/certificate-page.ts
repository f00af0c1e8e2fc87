import type { Certificate, Language } from '../../../preload/contract';
import { type Html, html } from '../../foundation/html/html';
import { sumOf } from '../../vault/retention/erase-person';
import { privacyPage } from './privacy-page';
import { fill, instantIn, privacyTexts } from './texts';

/** The certificate of an erasure as a page to hand out or to file: it names nobody but the user. */
export function certificatePage(
  { seq, reference, at, tracesRemovedAt, user, tables, requests, hash }: Certificate,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const { certificate: t, tables: names } = privacyTexts(language);
  const { erased, held } = sumOf(tables);
  // Who reads of a hold takes it that there is one.
  const ofHold = (part: Html): Html | string => (held > 0 ? part : '');
  const instant = instantIn(language, timeZone);
  const facts: [string, string][] = [
    [t.reference, reference],
    [t.at, instant(at)],
    [t.traces, tracesRemovedAt === null ? t.tracesPending : instant(tracesRemovedAt)],
    [t.user, user],
    [t.rule, t.ruleText],
    [t.entry, String(seq)],
    [t.hash, hash],
    ...(requests > 0 ? [[t.requests, String(requests)] as [string, string]] : []),
  ];
  const body = html`<p>${t.statement}</p>
<table><tbody>
${facts.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
</tbody></table>
<table>
<thead><tr><th scope="col">${t.table}</th><th scope="col" class="number">${t.erased}</th>${ofHold(html`<th scope="col" class="number">${t.held}</th>`)}</tr></thead>
<tbody>
${tables.map(
  (each) =>
    html`<tr><td>${names[each.table]}</td><td class="number">${each.erased}</td>${ofHold(html`<td class="number">${each.held}</td>`)}</tr>`,
)}
<tr><th scope="row">${t.total}</th><td class="number">${erased}</td>${ofHold(html`<td class="number">${held}</td>`)}</tr>
</tbody></table>
${ofHold(html`<p>${fill(t.heldText, { count: held })}</p>`)}
<p>${t.proof}</p>
<p>${t.reach}</p>
<p>${t.again}</p>`;
  return privacyPage(language, t.title, body);
}
