import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import {
  effectiveDays,
  type Graph,
  gapsIn,
  NO_DETAILS,
  type Policy,
  type RecordDetails,
  TABLE_NAMES,
} from '../../../preload/contract';
import { asksEmail, chain, ends, jumps, raffles, says } from '../../../tests/support/graphs';
import { added } from '../../../tests/support/questions';
import { indexFlow } from '../../chat/flow/flow-index';
import { moduleOf } from '../../chat/modules';
import { storesWith } from '../../chat/modules/define-module';
import { noticeFacts } from './notice-facts';
import { noticeWords } from './notice-words';
import { privacyNotice } from './privacy-notice';
import { wordsOf } from './words';

const NOBODY: RecordDetails = {
  controller: { name: '', address: '' },
  ...{ contact: '', representative: '', dataProtectionOfficer: '', activities: {} },
  own: { users: NO_DETAILS, requests: NO_DETAILS },
  ...{ reviewedBy: '', reviewedOn: null, nextReview: null },
};

const named = (type: string) => ({ ...added(type), id: type });
/** Each table that a chat can write is written by one of these. */
const FULL = chain(
  asksEmail('email'),
  named('file_upload'),
  named('consent'),
  raffles('raffle'),
  named('delete_my_data'),
  named('withdraw_consent'),
  ends('end'),
);

function factsOf(graph: Graph, policy: Policy = [], details = NOBODY, library = {}) {
  const index = (each: Graph) => indexFlow(each, moduleOf);
  const flows = Object.entries<Graph>(library).map(([id, each]) => [id, index(each)] as const);
  const experience = { id: 'x', name: 'Raffle', flow: index(graph) };
  return noticeFacts([experience], new Map(flows), { policy, details });
}

const notice = (...given: Parameters<typeof factsOf>): string =>
  privacyNotice(factsOf(...given), 'en').text;

/** Which tables a notice names, each with its first and last number of days. */
function saidOf(text: string): Map<string, number[]> {
  const lines = text.matchAll(
    /^- \*\*(.+?)\*\*: .+\. Deleted automatically (\d+)(?: to (\d+))? days? /gm,
  );
  return new Map(
    [...lines].map(([, table = '', first, last = first]) => [table, [Number(first), Number(last)]]),
  );
}

const moduleIds = [null, ...FULL.modules.map(({ id }) => id)];
const rule = fc.record({
  moduleId: fc.constantFrom(...moduleIds),
  table: fc.constantFrom(null, ...TABLE_NAMES),
  enabled: fc.boolean(),
  days: fc.option(fc.integer({ min: 1, max: 4_000 })),
});
const policies = fc.uniqueArray(rule, {
  selector: ({ moduleId, table }) => `${moduleId} ${table}`,
  maxLength: 12,
});

describe('a privacy notice', () => {
  it('names what is kept and for how long, and nothing else, under any policy', () => {
    const words = wordsOf('en');
    fc.assert(
      fc.property(policies, (policy) => {
        const said = saidOf(notice(FULL, policy));
        for (const table of TABLE_NAMES) {
          const spans = FULL.modules.flatMap(({ id: moduleId, type, settings }) => {
            const definition = moduleOf(type);
            const declared = new Map(definition ? storesWith(definition, settings) : []).get(table);
            if (declared === undefined || table === 'runtime_log') return [];
            const target = { moduleId, table, declaredDays: declared };
            const { days, offBy } = effectiveDays(policy, target);
            return offBy ? [] : [days];
          });
          const kept = said.get(words.table(table));
          expect(kept).toEqual(
            spans.length === 0 ? undefined : [Math.min(...spans), Math.max(...spans)],
          );
        }
        expect(notice(FULL, policy).includes(noticeWords.en.storesNothing)).toBe(said.size === 0);
      }),
    );
  });

  it('says that nothing is stored where storing is off, and asks for no purpose of it', () => {
    const off = [{ moduleId: null, table: null, enabled: false, days: null }];
    const text = notice(FULL, off);
    expect(text).toContain(noticeWords.en.storesNothing);
    expect(text).not.toContain(noticeWords.en.noPurpose);
    expect(text).not.toContain(noticeWords.en.device);
  });

  it('says that refusals go sooner than what was agreed to, where they do', () => {
    const short = [{ moduleId: null, table: null, enabled: true, days: 100 }];
    expect(notice(FULL)).toContain(
      'Deleted automatically 1095 days after it was stored. Refusals: after 180 days.',
    );
    expect(notice(FULL, short)).not.toContain('Refusals');
  });

  it('says what is known, and marks what is not instead of inventing it', () => {
    const unknown = gapsIn(notice(FULL));
    expect(unknown).toContain(noticeWords.en.noController);
    expect(unknown).toContain(noticeWords.en.noLegalBasis);
    const details: RecordDetails = {
      ...NOBODY,
      controller: { name: 'Acme', address: '1 Main Street' },
      contact: 'privacy@acme.example',
      dataProtectionOfficer: 'Dana',
      activities: { x: { ...NO_DETAILS, purpose: 'Raffle at the fair', legalBasis: 'Consent' } },
    };
    const text = notice(FULL, [], details);
    expect(text).toContain('Acme, 1 Main Street');
    expect(text).toContain('Purpose: Raffle at the fair');
    expect(gapsIn(text)).not.toContain(noticeWords.en.noController);
    expect(gapsIn(text)).not.toContain(noticeWords.en.noPurpose);
  });

  it('says the chosen bases with their articles, and asks for the interest where one needs it', () => {
    const activity = { ...NO_DETAILS, bases: ['b' as const, 'f' as const] };
    const details = { ...NOBODY, activities: { x: activity } };
    const text = notice(FULL, [], details);
    expect(text).toContain('Legal basis: Contract (Art. 6(1)(b) GDPR); Legitimate interests');
    expect(gapsIn(text)).toContain(noticeWords.en.noInterest);
    const interest = { ...details, activities: { x: { ...activity, interest: 'To grow' } } };
    expect(notice(FULL, [], interest)).toContain('Legitimate interest: To grow');
  });

  it('names recipients and countries where they are stated, and marks the place where they are not', () => {
    expect(gapsIn(notice(FULL))).toContain(noticeWords.en.noRecipients);
    const activity = {
      ...{ ...NO_DETAILS, recipients: 'The jury' },
      processors: [{ name: 'Post', task: 'parcels', contractOn: null }],
      transfers: [{ country: 'Nowhere', safeguard: 'Standard clauses' }],
    };
    const text = notice(FULL, [], { ...NOBODY, activities: { x: activity } });
    expect(text).toContain('- The jury\n- Post: parcels');
    expect(text).toContain('- Nowhere: Standard clauses');
    expect(gapsIn(text)).not.toContain(noticeWords.en.noRecipients);
    expect(gapsIn(text)).not.toContain(noticeWords.en.noTransfers);
  });

  it('says that a person has to review it, in a place that keeps it from being published', () => {
    for (const language of ['en', 'de'] as const) {
      const { text } = privacyNotice(factsOf(FULL), language);
      expect(gapsIn(text)).toContain(noticeWords[language].review);
    }
  });

  it('tells what participants can do in the chat itself only where they can', () => {
    expect(notice(FULL)).toContain(noticeWords.en.erase(''));
    expect(notice(FULL)).toContain(noticeWords.en.withdraw(''));
    expect(notice(FULL)).toContain(noticeWords.en.withdrawal);
    const plain = notice(chain(asksEmail('a'), ends('b')));
    expect(plain).not.toContain(noticeWords.en.erase(''));
    expect(plain).not.toContain(noticeWords.en.withdraw(''));
    expect(plain).not.toContain(noticeWords.en.withdrawal);
    for (const right of noticeWords.en.rightsList) expect(plain).toContain(right);
  });

  it('knows what is stored where the chat leads, and leaves out where nobody comes', () => {
    const visit = chain(says('a'), jumps('b', 'visit', 'other'));
    expect(saidOf(notice(visit)).size).toBe(0);
    const library = { other: chain(asksEmail('email')) };
    expect([...saidOf(notice(visit, [], NOBODY, library)).keys()]).toContain('Customers');
    const apart = chain(says('a'));
    apart.modules.push(asksEmail('email'));
    expect(saidOf(notice(apart)).size).toBe(0);
  });

  it('takes what people have typed for words, and for no markup', () => {
    const text = notice(FULL, [], {
      ...NOBODY,
      controller: { name: '# Acme\n\n[x](legal:y) **Ltd**', address: '' },
    });
    expect(text).toContain('\\# Acme \\[x\\](legal:y) \\*\\*Ltd\\*\\*');
  });

  it.each([
    '1. FC Köln',
    '2) & Co',
    '__Acme__',
    '- Acme',
    '+ Acme',
    '---',
    '_a_b &copy;',
    '=',
    '1.',
  ])('shows the name %s as it is', (controller) => {
    const text = notice(FULL, [], {
      ...NOBODY,
      controller: { name: controller, address: '' },
    });
    const words = fromMarkdown(text).children.flatMap((each) =>
      each.type === 'paragraph' ? each.children : [],
    );
    expect(words).toContainEqual(expect.objectContaining({ type: 'text', value: controller }));
  });

  it('has the same parts in both languages', () => {
    const headings = (language: 'en' | 'de') =>
      privacyNotice(factsOf(FULL), language).text.match(/^#+ /gm);
    expect(headings('de')).toEqual(headings('en'));
    const lines = (language: 'en' | 'de') =>
      privacyNotice(factsOf(FULL), language).text.match(/^- /gm)?.length;
    expect(lines('de')).toBe(lines('en'));
  });
});
