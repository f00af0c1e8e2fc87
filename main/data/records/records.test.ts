import { describe, expect, it } from 'vitest';
import { ModuleNode, NO_DETAILS, type Report } from '../../../preload/contract';
import { asksEmail, chain, jumps, node, raffles, says } from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { openTestStore, type TestStore } from '../../../tests/support/store';
import { moduleOf } from '../../chat/modules';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { writeRule } from '../../vault/retention/rules';
import { recordsOfProcessing } from './records';
import { reportHtml } from './report-html';

function publish(
  { connection }: TestStore,
  name = 'Raffle',
  { id = 'x', flow = chain(asksEmail('a'), raffles('b')) } = {},
): void {
  const graph = JSON.stringify(flow);
  const columns = { id, name, draft: graph, revision: 1, created_at: 0, updated_at: 0 };
  connection
    .prepare(
      `insert into experiences (id, name, draft, revision, created_at, updated_at, published_version_id)
       values (@id, @name, @draft, @revision, @created_at, @updated_at, @id || ' v')`,
    )
    .run(columns);
  connection
    .prepare(
      `insert into experience_versions (id, experience_id, number, name, note, graph, modules, created_at, created_by)
       values (? || ' v', ?, 3, '', '', ?, 2, 0, 'Ada')`,
    )
    .run(id, id, graph);
}

const report = ({ store }: TestStore, language: 'en' | 'de' = 'en'): Promise<Report> =>
  recordsOfProcessing(store, { language, workspaceName: 'Summer', nowMs: NOW_MS });

const rowsOf = ({ sections }: Report): string[][] =>
  sections.flatMap(({ table }) => table?.rows ?? []);

describe('the records of processing', () => {
  it('say what each published experience stores, where and for how long', async () => {
    const test = await openTestStore();
    publish(test);
    expect(rowsOf(await report(test))).toContainEqual([
      'Giveaway',
      'Giveaways',
      'Email',
      '60 days, then erased',
    ]);
    expect(rowsOf(await report(test, 'de')).flat()).toContain('60 Tage, dann gelöscht');
  });

  it('name a module as its authors do', async () => {
    const test = await openTestStore();
    publish(test, 'Raffle', { flow: chain(asksEmail('a'), { ...raffles('b'), name: 'Bicycle' }) });
    expect(rowsOf(await report(test)).map(([module]) => module)).toContain('Bicycle');
  });

  it('say what is stored where the experience leads, as far as that is published', async () => {
    const test = await openTestStore();
    const flow = chain(asksEmail('a'), jumps('to', 'visit', 'y'), says('end'));
    publish(test, 'Welcome', { flow });
    const inWelcome = async () => {
      const { sections } = await report(test);
      return sections.find(({ heading }) => heading.startsWith('Welcome'))?.table?.rows;
    };
    expect((await inWelcome())?.map(([module]) => module)).not.toContain('Giveaway');
    publish(test, 'Raffle', { id: 'y', flow: chain(raffles('b')) });
    expect(await inWelcome()).toContainEqual([
      'Giveaway',
      'Giveaways',
      'Email',
      '60 days, then erased',
    ]);
  });

  it('name all that a file says, its contents included', async () => {
    const test = await openTestStore();
    const settings = ModuleNode.shape.settings.parse(moduleOf('file_upload')?.texts.en.initial);
    const upload = node('f', 'file_upload', settings);
    publish(test, 'Photos', { flow: chain(asksEmail('a'), upload) });
    expect(rowsOf(await report(test)).find(([, table]) => table === 'Files')).toEqual([
      'File upload',
      'Files',
      'Email, File, Contents of the file',
      '30 days, then erased',
    ]);
  });

  it('follow the retention policy', async () => {
    const test = await openTestStore();
    publish(test);
    const rule = { moduleId: null, table: 'participations' } as const;
    await writeRule(test.store, { ...rule, enabled: true, days: 14 });
    expect(rowsOf(await report(test)).flat()).toContain('14 days, then erased');
    await writeRule(test.store, { ...rule, enabled: false, days: null });
    expect(rowsOf(await report(test)).flat()).toContain('Not stored: switched off');
  });

  it('leave drafts out, and say so when nothing is published', async () => {
    const { sections } = await report(await openTestStore());
    expect(sections.map(({ heading }) => heading)).toContain('No published experience');
  });

  it('say what only people know, and that it is missing until they do', async () => {
    const test = await openTestStore();
    publish(test);
    expect(JSON.stringify(await report(test))).toContain('Not stated yet');
    const empty = await readSetting(test.store, 'record_details');
    const activity = {
      ...{ ...NO_DETAILS, purpose: 'Raffle at the fair', bases: ['f' as const] },
      ...{ interest: 'To be known', recipients: 'The jury', data: 'Paper slips' },
      processors: [{ name: 'Post', task: 'parcels', contractOn: '2026-02-01' }],
      transfers: [{ country: 'Nowhere', safeguard: 'Standard clauses' }],
    };
    await writeSetting(test.store, 'record_details', {
      ...empty,
      controller: { name: 'Acme', address: '1 Main Street' },
      contact: 'privacy@acme.example',
      dataProtectionOfficer: 'Dana',
      activities: { x: activity },
      own: { users: activity, requests: activity },
      ...{ reviewedBy: 'Ada', reviewedOn: '2026-03-01', nextReview: '2027-03-01' },
    });
    const stated = JSON.stringify(await report(test));
    for (const said of [
      'Raffle at the fair',
      'Legitimate interests (Art. 6(1)(f) GDPR)',
      'To be known',
      'The jury',
      'Paper slips',
      'Post: parcels (contract of February 1, 2026)',
      'Nowhere: Standard clauses',
      'March 1, 2026, Ada',
      'March 1, 2027',
    ])
      expect(stated).toContain(said);
    expect(stated).not.toContain('Not stated yet');
  });

  it('keep what was stated before there was an editor for them, the legal basis as its words', async () => {
    const test = await openTestStore();
    publish(test);
    const former = {
      controller: 'Acme, 1 Main Street',
      contact: 'privacy@acme.example',
      dataProtectionOfficer: 'Dana',
      purposes: { x: { purpose: 'Raffle at the fair', legalBasis: 'Consent' } },
    };
    test.connection
      .prepare('insert into settings (key, value) values (?, ?)')
      .run('record_details', JSON.stringify(former));
    const details = await readSetting(test.store, 'record_details');
    expect(details).toMatchObject({
      controller: { name: 'Acme, 1 Main Street', address: '' },
      contact: 'privacy@acme.example',
      dataProtectionOfficer: 'Dana',
      activities: { x: { purpose: 'Raffle at the fair', legalBasis: 'Consent', bases: [] } },
      nextReview: null,
    });
    await writeSetting(test.store, 'record_details', details);
    expect(await readSetting(test.store, 'record_details')).toEqual(details);
  });

  it('say what the workspace itself processes, and for how long', async () => {
    const test = await openTestStore();
    await writeSetting(test.store, 'audit_retention_days', 400);
    await writeSetting(test.store, 'request_days', 800);
    const { sections } = await report(test);
    const own = sections.find(({ heading }) => heading.startsWith('Users and audit log'));
    expect(JSON.stringify(own)).toContain('400 days');
    const requests = sections.find(({ heading }) => heading === 'Requests of data subjects');
    expect(JSON.stringify(requests)).toMatch(/800 days after closing.*400 days/);
  });

  it('become HTML in which no name of an experience is markup', async () => {
    const test = await openTestStore();
    publish(test, '<img src=x onerror="alert(1)"> & Söhne');
    const html = reportHtml(await report(test), 'en');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Söhne');
    expect(html).toContain(`default-src 'none'`);
  });
});
