import { describe, expect, it } from 'vitest';
import { type Graph, legalRef, type Policy } from '../../../preload/contract';
import { asksEmail, chain, ends, raffles, says } from '../../../tests/support/graphs';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import type { LegalFact } from './legal-problems';
import { problemsOf } from './problems';

const fact = (changes: Partial<LegalFact> = {}): LegalFact => ({
  name: 'Notice',
  kind: 'privacy',
  isArchived: false,
  languages: ['en', 'de'],
  ...changes,
});

const found = (
  graph: Graph,
  facts: Record<string, LegalFact> = {},
  policy: Policy = [],
): (string | undefined)[][] =>
  problemsOf(graph, {
    modules,
    policy,
    columnsOf: columnNames,
    legal: new Map(Object.entries(facts)),
  })
    .filter(({ code }) => code.startsWith('legal_') || code.startsWith('privacy_'))
    .map(({ severity, code, moduleId, field }) => [severity, code, moduleId, field]);

const MISSING = ['privacy', 'privacy_notice_missing', undefined, 'settings.legal.privacy'];
const asks = (): Graph => chain(asksEmail('a'), raffles('b'), ends('c'));
const offering = (graph: Graph, id = 'notice'): Graph => ({
  ...graph,
  settings: { allowsBack: true, legal: { privacy: id } },
});

describe('a chat that collects personal data', () => {
  it('misses a privacy notice until it offers a published one', () => {
    expect(found(asks())).toEqual([MISSING]);
    expect(found(offering(asks()), { notice: fact() })).toEqual([]);
    expect(found(offering(asks()), { notice: fact({ kind: 'terms' }) })).toContainEqual(MISSING);
    expect(found(offering(asks()), { notice: fact({ languages: null }) })).toContainEqual(MISSING);
  });

  it('may link to it where participants come by', () => {
    const link = says('link', `[Privacy](${legalRef('notice')})`);
    expect(found(chain(link, asksEmail('a')), { notice: fact() })).toEqual([]);
    const apart = chain(asksEmail('a'));
    apart.modules.push(link);
    expect(found(apart, { notice: fact() })).toContainEqual(MISSING);
  });

  it('needs none where it asks for nothing, or storing is off', () => {
    expect(found(chain(says('a'), ends('b')))).toEqual([]);
    const off = [{ moduleId: null, table: null, enabled: false, days: null }];
    expect(found(asks(), {}, off)).toEqual([]);
  });
});

describe('a legal text that is named', () => {
  const agreed = chain(asksEmail('a', { termsText: legalRef('rules') }), ends('b'));
  const rules = fact({ kind: 'terms', name: 'Rules' });
  const notice = fact();

  it('has to be there where participants agree to it', () => {
    const graph = offering(agreed);
    expect(found(graph, { notice, rules })).toEqual([]);
    expect(found(graph, { notice })).toEqual([['error', 'legal_text_missing', 'a', 'termsText']]);
    const unpublished = { notice, rules: { ...rules, languages: null } };
    expect(found(graph, unpublished)).toEqual([
      ['error', 'legal_text_unpublished', 'a', 'termsText'],
    ]);
  });

  it('is a warning where it can only be read, is out of use, or lacks a language', () => {
    const graph = offering(chain(says('a', `[Rules](${legalRef('rules')})`)));
    expect(found(graph, { notice })).toEqual([['warning', 'legal_text_missing', 'a', 'text']]);
    expect(found(graph, { notice, rules: { ...rules, isArchived: true } })).toEqual([
      ['warning', 'legal_text_archived', 'a', 'text'],
    ]);
    graph.settings = {
      allowsBack: true,
      legal: { privacy: 'notice' },
      languages: { main: 'de', others: ['fr'] },
    };
    expect(found(graph, { notice, rules })).toEqual([
      ['warning', 'legal_text_language', undefined, 'settings.legal.privacy'],
      ['warning', 'legal_text_language', 'a', 'text'],
    ]);
  });
});
