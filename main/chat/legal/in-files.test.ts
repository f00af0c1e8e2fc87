import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { legalRef } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { type UnlockedDesk, unlockedDesks } from '../../../tests/support/desk';
import { asksEmail, chain, says } from '../../../tests/support/graphs';
import { publishText } from '../../../tests/support/legal';

const unlockedDesk = unlockedDesks(await bundledWorker());

/** An experience that mentions two texts, exported as a file. */
async function exported(desk: UnlockedDesk): Promise<string> {
  const { experienceId: id } = desk;
  const terms = await publishText(
    desk,
    'terms',
    { en: 'No recourse.', de: 'Ohne Gewähr.' },
    'Rules',
  );
  const privacy = await publishText(desk, 'privacy', { en: 'We keep little.' }, 'Notice');
  await publishText(desk, 'imprint', { en: 'Acme' }, 'Not mentioned');
  const { revision } = await desk.get('experiences.get', { id });
  const draft = chain(
    says('a', `Read [them](${legalRef(terms.id)}).`),
    asksEmail('b', { termsText: legalRef(terms.id) }),
  );
  draft.settings = { allowsBack: true, legal: { privacy: privacy.id } };
  await desk.get('experiences.saveDraft', { id, draft, revision });
  const file = join(desk.folder, 'shared.json');
  desk.chooseFile = async () => file;
  await desk.get('experiences.export', { id });
  return file;
}

async function choose(desk: UnlockedDesk, file: string) {
  desk.chooseSource.experience = async () => file;
  const preview = await desk.get('experiences.chooseImport', { language: 'en' });
  if (!preview) throw new Error('The dialog was dismissed.');
  return preview;
}

describe('the file of an experience', () => {
  it('takes along the texts that are mentioned, which become texts of the other workspace', async () => {
    const file = await exported(await unlockedDesk());
    const desk = await unlockedDesk();
    const preview = await choose(desk, file);
    expect(preview).toMatchObject({
      errors: 0,
      warnings: 0,
      legalTexts: expect.arrayContaining([
        { kind: 'terms', name: 'Rules', isKnown: false },
        { kind: 'privacy', name: 'Notice', isKnown: false },
      ]),
    });
    expect(preview.legalTexts).toHaveLength(2);
    expect(await desk.get('legal.list', undefined)).toEqual([]);
    const { ticket } = preview;
    const { draft, problems } = await desk.get('experiences.import', { ticket, name: 'Shared' });
    expect(problems).toMatchObject([{ code: 'collected_not_used' }]);
    const texts = await desk.get('legal.list', undefined);
    const idOf = (name: string) => texts.find((text) => text.name === name)?.id ?? '';
    expect(texts.map(({ name }) => name)).toEqual(['Notice', 'Rules']);
    expect(draft.settings?.legal).toEqual({ privacy: idOf('Notice') });
    expect(draft.modules.map(({ settings }) => settings)).toMatchObject([
      { text: `Read [them](${legalRef(idOf('Rules'))}).` },
      { termsText: legalRef(idOf('Rules')) },
    ]);
    expect(await desk.get('legal.get', { id: idOf('Rules') })).toMatchObject({
      versions: [{ number: 1, languages: { de: { text: 'Ohne Gewähr.' } } }],
    });
  });

  it('finds texts that are here already, word for word, and makes no second one', async () => {
    const desk = await unlockedDesk();
    const file = await exported(desk);
    const before = await desk.get('legal.list', undefined);
    const preview = await choose(desk, file);
    expect(preview.legalTexts?.every(({ isKnown }) => isKnown)).toBe(true);
    await desk.get('experiences.import', { ticket: preview.ticket, name: 'Again' });
    const after = await desk.get('legal.list', undefined);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.find(({ name }) => name === 'Rules')?.uses.experiences).toEqual([
      'Again',
      'Hello World',
    ]);
  });

  it.each([
    ['a text that is too long', { languages: { en: { title: 'A', text: 'x'.repeat(70_000) } } }],
    ['a text without a language', { languages: {} }],
    ['an unknown kind', { kind: 'contract' }],
    ['an id that is none', { id: '../../etc' }],
    ['an address that runs', { address: 'javascript:alert(1)' }],
    ['a language that is none', { languages: { '<b>': { title: 'A', text: 'x' } } }],
    ['a name that cannot be seen', { name: '\u200b' }],
  ])('is refused with %s', async (_, changes) => {
    const desk = await unlockedDesk();
    const file = await exported(desk);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    Object.assign(content.legalTexts[0], changes);
    writeFileSync(file, JSON.stringify(content));
    await expect(choose(desk, file)).rejects.toThrow('import.damaged');
  });

  it('is refused with two texts under one id', async () => {
    const desk = await unlockedDesk();
    const file = await exported(desk);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    content.legalTexts.push(content.legalTexts[0]);
    writeFileSync(file, JSON.stringify(content));
    await expect(choose(desk, file)).rejects.toThrow('import.damaged');
  });
});
