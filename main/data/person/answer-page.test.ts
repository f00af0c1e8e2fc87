import { describe, expect, it } from 'vitest';
import { type ActivityDetails, NO_DETAILS, type TableName } from '../../../preload/contract';
import { DAY_MS, NOW_MS } from '../../../tests/support/now';
import { type Answer, answerPage } from './answer-page';
import type { StoredTable } from './stored-data';

const ANN = 'ann@example.com';

function storedIn(table: TableName, row: StoredTable['shown'][number]): StoredTable {
  const source = { experienceId: 'raffle', experienceName: 'Raffle', moduleType: 'giveaway' };
  const times = { created_at: NOW_MS - DAY_MS, expires_at: NOW_MS + DAY_MS };
  return {
    ...{ table, rows: 1, held: 0 },
    sources: [{ ...source, rows: 1, held: 0, lastExpiry: NOW_MS + DAY_MS }],
    shown: [{ ...row, ...times, experience_id: 'raffle' }],
  };
}

function pageOf(
  said: Partial<ActivityDetails>,
  changes: Partial<Pick<Answer, 'stored' | 'language'>> = {},
): string {
  return answerPage({
    email: ANN,
    stored: [storedIn('participations', { email: ANN, phone: null })],
    ...{ uploads: [], requests: [] },
    details: {
      controller: { name: 'Acme', address: '1 Main Street' },
      ...{ contact: 'privacy@acme.example', representative: 'Rita', dataProtectionOfficer: '' },
      activities: { raffle: { ...NO_DETAILS, ...said } },
      own: { users: NO_DETAILS, requests: NO_DETAILS },
    },
    ...{ nowMs: NOW_MS, language: 'en', timeZone: 'Europe/Berlin', ...changes },
  });
}

const STATED: ActivityDetails = {
  ...NO_DETAILS,
  ...{ purpose: 'Run the raffle', bases: ['b', 'f'], interest: 'To be known' },
  ...{ recipients: 'The jury', data: 'Paper slips', retention: 'Lists for a week' },
  processors: [{ name: 'Post', task: 'parcels', contractOn: '2026-02-01' }],
  transfers: [{ country: 'Nowhere', safeguard: 'Standard clauses' }],
};

describe('an answer to who asks what is stored', () => {
  it('tells purposes, bases, categories, recipients and transfers as the records state them', () => {
    const page = pageOf(STATED);
    for (const said of [
      ...['Run the raffle', 'Contract (Art. 6(1)(b) GDPR)', 'To be known', 'Giveaways (Email)'],
      ...['The jury\nPost: parcels', 'Nowhere: Standard clauses', 'Paper slips'],
      ...['Lists for a week', 'Rita'],
    ])
      expect(page).toContain(said);
    // Contracts with processors are between others.
    expect(page).not.toMatch(/2026-02-01|February|Not stated/);
    const german = pageOf(STATED, { language: 'de' });
    expect(german).toContain('Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)');
    expect(german).toContain('Gewinnspiele (E-Mail)');
  });

  it('says what the records leave open, and no more than what they state', () => {
    expect(pageOf({ purpose: 'Run the raffle' })).toContain(
      'Not stated by the organiser: Legal basis, Recipients.',
    );
    expect(pageOf({ bases: ['f'] })).toContain(
      'Not stated by the organiser: Purpose, Legitimate interest, Recipients.',
    );
    expect(pageOf({})).toContain('No transfer is stated');
  });

  it('names the rights that the legal bases give, all of them while no basis is stated', () => {
    const rights = (said: Partial<ActivityDetails>, table: TableName = 'participations') => {
      const page = pageOf(said, { stored: [storedIn(table, {})] });
      const names = ['Portability', 'Objection', 'Withdrawal'];
      return names.filter((name) => page.includes(`<li>${name}:`));
    };
    expect(rights({})).toEqual(['Portability', 'Objection', 'Withdrawal']);
    expect(rights({ bases: ['a'] })).toEqual(['Portability', 'Withdrawal']);
    expect(rights({ bases: ['f'] })).toEqual(['Objection']);
    expect(rights({ bases: ['c'] })).toEqual([]);
    expect(rights({ bases: ['c'] }, 'consents')).toEqual(['Withdrawal']);
  });

  it('speaks of draws, instant wins and what was added where that is stored', () => {
    const answers = pageOf({}, { stored: [storedIn('answers', {})] });
    expect(answers).not.toMatch(/drawn at random|instant wins|was added by/);
    const won = pageOf({}, { stored: [storedIn('instant_wins', { result: 'lost' })] });
    expect(won).toContain('decides about instant wins');
    expect(won).toContain('was added by ChatVault');
    expect(won).toContain('Not won');
    expect(pageOf({})).toContain('drawn at random');
  });

  it('says values in words of its language, and who of the staff entered something in none', () => {
    const row = {
      ...{ status: 'winner', notified_on: '2026-07-14', notified_how: 'letter' },
      notified_by: 'Stella Staff',
    };
    const stored = [
      storedIn('winners', row),
      storedIn('runtime_log', { event: 'participated', module_type: 'giveaway' }),
    ];
    const page = pageOf({}, { stored, language: 'de' });
    for (const text of ['Per Brief', '14. Juli 2026', 'Nimmt teil']) expect(page).toContain(text);
    expect(page).not.toMatch(/Stella|>letter<|2026-07-14|participated/);
  });
});
