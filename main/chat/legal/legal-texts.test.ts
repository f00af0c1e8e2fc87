import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { legalRef } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { type Desk, unlockedDesks } from '../../../tests/support/desk';
import { chain, says } from '../../../tests/support/graphs';
import { contentOf, publishAgain, publishText } from '../../../tests/support/legal';

const unlockedDesk = unlockedDesks(await bundledWorker());

/** The experience says something and offers a privacy notice. */
async function mention(desk: Desk & { experienceId: string }, id: string): Promise<void> {
  const { experienceId } = desk;
  const { revision } = await desk.get('experiences.get', { id: experienceId });
  const draft = chain(says('a', `Read [it](${legalRef(id)}).`));
  await desk.get('experiences.saveDraft', { id: experienceId, draft, revision });
}

const audited = async (desk: Desk) => {
  const { entries } = await desk.get('audit.page', { limit: 20 });
  return entries.filter(({ action }) => action.startsWith('legal.')).map(({ action }) => action);
};

describe('a legal text', () => {
  it('has versions that count, name their author, and have a checksum for each language', async () => {
    const desk = await unlockedDesk();
    const text = await publishText(desk, 'terms', { en: 'One.', de: 'Eins. 😀' });
    expect(text.versions).toMatchObject([{ number: 1, createdBy: expect.any(String), note: '' }]);
    const { languages } = text.versions[0] ?? {};
    for (const { text: words, sha256 } of Object.values(languages ?? {})) {
      expect(sha256).toBe(createHash('sha256').update(words, 'utf8').digest('hex'));
    }
    expect(text).toMatchObject({
      hasDraft: false,
      current: { number: 1 },
      languages: ['en', 'de'],
    });
    expect(await audited(desk)).toEqual(['legal.published', 'legal.created']);
  });

  it('is listed with the languages of its newest version, and before the first with those of its draft', async () => {
    const desk = await unlockedDesk();
    const content = contentOf({ de: 'Wir.', fr: 'Nous.' }, 'Privacy');
    const { id } = await desk.get('legal.create', { kind: 'privacy', name: 'Privacy', content });
    const text = await publishText(desk, 'terms', { en: 'One.' });
    const { revision } = text;
    const next = contentOf({ en: 'One.', de: 'Eins.' }, 'Terms');
    await desk.get('legal.saveDraft', { id: text.id, revision, content: next });
    const listed = await desk.get('legal.list', undefined);
    const byId = new Map(listed.map(({ id: each, languages }) => [each, languages]));
    expect(byId).toEqual(
      new Map([
        [id, ['de', 'fr']],
        [text.id, ['en']],
      ]),
    );
    expect(await desk.get('legal.get', { id })).toMatchObject({ languages: ['de', 'fr'] });
  });

  it('keeps each version as it was published, whatever comes after it', async () => {
    const desk = await unlockedDesk();
    const first = await publishText(desk, 'terms', { en: 'One.' });
    const second = await publishAgain(desk, first, { en: 'Two.', fr: 'Deux.' });
    expect(second.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(second.versions[1]).toEqual(first.versions[0]);
  });

  it('is edited as a draft, which can be discarded, and is refused where it was saved elsewhere', async () => {
    const desk = await unlockedDesk();
    const { id } = await publishText(desk, 'imprint', { en: 'Acme' });
    const content = contentOf({ en: 'Acme Ltd' }, 'Imprint');
    const { revision } = await desk.get('legal.get', { id });
    await desk.get('legal.saveDraft', { id, revision, content });
    const again = desk.get('legal.saveDraft', { id, revision, content });
    await expect(again).rejects.toThrow('legal.conflict');
    expect(await desk.get('legal.get', { id })).toMatchObject({ hasDraft: true, draft: content });
    const kept = await desk.get('legal.discardDraft', { id });
    expect(kept).toMatchObject({
      hasDraft: false,
      draft: contentOf({ en: 'Acme' }, 'The imprint'),
    });
    const publish = desk.get('legal.publish', { id, revision: kept.revision, note: '' });
    await expect(publish).rejects.toThrow('legal.unchanged');
  });

  it.each([
    ['nothing', {}, 'legal.incomplete'],
    ['a language without words', { en: 'One.', de: ' ' }, 'legal.incomplete'],
    ['a place to fill in', { en: 'We are [[Please add: your name]].' }, 'legal.gaps_left'],
  ])('is not published with %s', async (_, words: Record<string, string>, refusal) => {
    const desk = await unlockedDesk();
    const content = contentOf(words, 'Terms');
    const { id } = await desk.get('legal.create', { kind: 'terms', name: 'Terms', content });
    const publish = desk.get('legal.publish', { id, revision: 1, note: '' });
    await expect(publish).rejects.toThrow(refusal);
    expect(await desk.get('legal.list', undefined)).toMatchObject([{ current: null }]);
  });

  it.each(['javascript:alert(1)', 'http://example.com/', 'https://a@b.example/', 'https:///x'])(
    'takes no address such as %s',
    async (address) => {
      const desk = await unlockedDesk();
      const content = { ...contentOf({ en: 'One.' }, 'Terms'), address };
      const made = desk.get('legal.create', { kind: 'terms', name: 'Terms', content });
      await expect(made).rejects.toThrow('ipc.invalid_input');
    },
  );

  it('is deleted with its versions while nothing refers to it', async () => {
    const desk = await unlockedDesk();
    const { id } = await publishText(desk, 'terms', { en: 'One.' });
    await desk.get('legal.delete', { id });
    expect(await desk.get('legal.list', undefined)).toEqual([]);
    await expect(desk.get('legal.get', { id })).rejects.toThrow('legal.not_found');
  });

  it('is not deleted while a draft or an earlier version of an experience mentions it', async () => {
    const desk = await unlockedDesk();
    const { id } = await publishText(desk, 'terms', { en: 'One.' });
    await mention(desk, id);
    const refused = await desk.call('legal.delete', { id });
    expect(refused).toMatchObject({
      error: { code: 'legal.in_use', params: { experiences: 'Hello World', count: 0 } },
    });
    const { experienceId } = desk;
    const { revision } = await desk.get('experiences.get', { id: experienceId });
    await desk.get('versions.publish', { experienceId, revision, name: '', note: '' });
    const draft = chain(says('a', 'Hello'));
    await desk.get('experiences.saveDraft', { id: experienceId, draft, revision });
    await expect(desk.get('legal.delete', { id })).rejects.toThrow('legal.in_use');
    await desk.get('legal.setArchived', { id, archived: true });
    expect(await desk.get('legal.list', undefined)).toMatchObject([
      { archivedAt: expect.any(Number), uses: { experiences: ['Hello World'], rows: 0 } },
    ]);
    await desk.get('experiences.delete', { id: experienceId });
    await desk.get('legal.delete', { id });
  });
});
