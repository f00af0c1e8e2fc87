import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Graph, legalRef, type ModuleNode } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { confirmed, typed } from '../../../tests/support/chat';
import { type UnlockedDesk, unlockedDesks } from '../../../tests/support/desk';
import { asksEmail, chain, jumps, raffles, says } from '../../../tests/support/graphs';
import { publishAgain, publishText } from '../../../tests/support/legal';
import { added } from '../../../tests/support/questions';

const unlockedDesk = unlockedDesks(await bundledWorker());
const given = { kind: 'consent', given: true } as const;

/** Saves the draft and returns its revision. */
async function save({ get, experienceId: id }: UnlockedDesk, draft: Graph): Promise<number> {
  const { revision } = await get('experiences.get', { id });
  return (await get('experiences.saveDraft', { id, draft, revision })).revision;
}

const start = (desk: UnlockedDesk, language = 'en') =>
  desk.get('chat.start', { experienceId: desk.experienceId, language });

async function cellsOf(desk: UnlockedDesk, table: 'consents' | 'participations' | 'customers') {
  const { rows } = await desk.get('data.page', { table, limit: 10 });
  return rows.map((row) => row?.cells);
}

const consents = (id: string, changes: ModuleNode['settings'] = {}): ModuleNode => ({
  ...added('consent', { legalText: legalRef(id), ...changes }),
  id: 'consent',
});

describe('a chat with legal texts', () => {
  it('keeps the version with which it has begun, and stores which one was shown', async () => {
    const desk = await unlockedDesk();
    const text = await publishText(desk, 'consent', { en: 'I agree to ${this}.' });
    await save(desk, chain(asksEmail('email'), consents(text.id)));
    const { sessionId } = await start(desk);
    await publishAgain(desk, text, { en: 'I agree to more.' });
    const turn = await desk.get('chat.answer', { sessionId, answer: typed('ann@example.org') });
    expect(turn.prompt).toMatchObject({ kind: 'consent', text: 'I agree to ${this}.' });
    await desk.get('chat.answer', { sessionId, answer: given });
    const [first] = text.versions;
    expect(await cellsOf(desk, 'consents')).toMatchObject([
      {
        wording: 'I agree to ${this}.',
        wording_version: '1',
        wording_hash: first?.languages.en?.sha256,
        legal_version_id: first?.id,
      },
    ]);
  });

  it('asks again when the words have changed, and only then', async () => {
    const desk = await unlockedDesk();
    const text = await publishText(desk, 'consent', { en: 'I agree.' });
    await save(desk, chain(asksEmail('email'), consents(text.id, { repeat: 'never' })));
    const play = async () => {
      const { sessionId } = await start(desk);
      const asked = await desk.get('chat.answer', { sessionId, answer: typed('ann@example.org') });
      if (asked.prompt) await desk.get('chat.answer', { sessionId, answer: given });
      return asked.prompt?.kind;
    };
    expect([await play(), await play()]).toEqual(['consent', undefined]);
    await publishAgain(desk, text, { en: 'I agree to more.' });
    expect([await play(), await play()]).toEqual(['consent', undefined]);
  });

  it('stores the accepted terms with a participation and with an address', async () => {
    const desk = await unlockedDesk();
    const terms = await publishText(desk, 'terms', { en: 'No recourse.', de: 'Ohne Gewähr.' });
    const termsText = legalRef(terms.id);
    const graph = chain(asksEmail('email', { termsText }), raffles('raffle', { termsText }));
    graph.settings = { allowsBack: true, languages: { main: 'de', others: ['en'] } };
    await save(desk, graph);
    const { sessionId, prompt } = await start(desk, 'fr');
    const shown = { id: terms.id, title: 'The terms' };
    expect(prompt).toMatchObject({ kind: 'text', terms: '', termsText: shown });
    await desk.get('chat.answer', { sessionId, answer: typed('ann@example.org', true) });
    await desk.get('chat.answer', { sessionId, answer: confirmed() });
    const [version] = terms.versions;
    const accepted = {
      terms_name: 'The terms',
      terms_version: '1',
      terms_hash: version?.languages.de?.sha256,
      legal_version_id: version?.id,
    };
    expect(await cellsOf(desk, 'participations')).toMatchObject([accepted]);
    expect(await cellsOf(desk, 'customers')).toMatchObject([accepted]);
    expect(await desk.get('legal.list', undefined)).toMatchObject([{ uses: { rows: 2 } }]);
    await save(desk, chain(says('a')));
    await expect(desk.get('legal.delete', { id: terms.id })).rejects.toThrow('legal.in_use');
  });

  it('does not take an answer for an acceptance, and does not play without the terms', async () => {
    const desk = await unlockedDesk();
    const terms = await publishText(desk, 'terms', { en: 'No recourse.' });
    await save(desk, chain(asksEmail('email', { termsText: legalRef(terms.id) })));
    const { sessionId } = await start(desk);
    const turn = await desk.get('chat.answer', { sessionId, answer: typed('ann@example.org') });
    expect(turn).toMatchObject({ prompt: { kind: 'text' }, ended: false });
    expect(await cellsOf(desk, 'customers')).toEqual([]);
    await save(desk, chain(asksEmail('email', { termsText: legalRef('gone') })));
    await expect(start(desk)).rejects.toThrow('chat.not_playable');
  });

  it('goes on with them after going back, and in the thread that looks at uploads', async () => {
    const desk = await unlockedDesk();
    const text = await publishText(desk, 'consent', { en: 'I agree.' });
    const upload = { ...added('file_upload'), id: 'upload' };
    await save(desk, chain(asksEmail('email'), upload, consents(text.id)));
    const { sessionId, question } = await start(desk);
    const answer = typed('ann@example.org');
    await desk.get('chat.answer', { sessionId, answer });
    await desk.get('chat.back', { sessionId, question: question ?? '' });
    await publishAgain(desk, text, { en: 'I agree to more.' });
    await desk.get('chat.answer', { sessionId, answer });
    const picture = join(import.meta.dirname, '../../../tests/fixtures/pictures/gps.jpg');
    const bytes = Uint8Array.from(readFileSync(picture));
    const file = { kind: 'file', name: 'me.jpg', bytes } as const;
    const turn = await desk.get('chat.answer', { sessionId, answer: file });
    expect(turn.prompt).toMatchObject({ kind: 'consent', text: 'I agree.' });
  });
});

describe('reading a legal text in the chat', () => {
  it('works for what the chat or one that it calls mentions, and for nothing else', async () => {
    const desk = await unlockedDesk();
    const [linked, called, offered, other] = [
      await publishText(desk, 'terms', { en: 'Linked' }, 'Linked'),
      await publishText(desk, 'terms', { en: 'Called' }, 'Called'),
      await publishText(desk, 'privacy', { en: 'Offered' }, 'Offered'),
      await publishText(desk, 'terms', { en: 'Other' }, 'Other'),
    ];
    const visited = await desk.get('experiences.create', { name: 'Visited' });
    const draft = chain(says('a', `[Rules](${legalRef(called.id)})`));
    await desk.get('experiences.saveDraft', { id: visited.id, draft, revision: visited.revision });
    const link = `Read [this](${legalRef(linked.id)}) first.`;
    const graph = chain(says('a', link), asksEmail('b'), jumps('c', 'visit', visited.id));
    graph.settings = { allowsBack: true, legal: { privacy: offered.id } };
    await save(desk, graph);
    const { sessionId, legal } = await start(desk);
    expect(legal).toEqual({ privacy: offered.id });
    const read = (id: string) => desk.get('chat.legalText', { sessionId, id });
    for (const text of [linked, called, offered]) {
      expect(await read(text.id)).toMatchObject({ title: text.name, text: text.name, number: 1 });
    }
    for (const id of [other.id, 'gone', '__proto__']) {
      await expect(read(id)).rejects.toThrow('legal.not_offered');
    }
  });

  it('is in the language of the chat, else in its main one, else in any, and says so', async () => {
    const desk = await unlockedDesk();
    const text = await publishText(desk, 'privacy', { fr: 'Bonjour', de: 'Hallo' });
    const graph = chain(says('a'), asksEmail('b'));
    const legal = { privacy: text.id };
    graph.settings = { allowsBack: true, languages: { main: 'de', others: ['fr', 'it'] }, legal };
    await save(desk, graph);
    const read = async (language: string) => {
      const { sessionId } = await start(desk, language);
      return desk.get('chat.legalText', { sessionId, id: text.id });
    };
    expect(await read('nl')).toMatchObject({ text: 'Hallo', isOtherLanguage: false });
    expect(await read('fr-CA')).toMatchObject({ text: 'Bonjour', language: 'fr' });
    expect(await read('it')).toMatchObject({ text: 'Hallo', isOtherLanguage: true });
  });

  it('works on a kiosk: before anybody plays, only what is offered all the time', async () => {
    const desk = await unlockedDesk();
    const { experienceId } = desk;
    const linked = await publishText(desk, 'terms', { en: 'Linked' });
    const offered = await publishText(desk, 'privacy', { en: 'Offered' });
    const graph = chain(says('a', `[Rules](${legalRef(linked.id)})`), asksEmail('b'));
    graph.settings = { allowsBack: true, legal: { privacy: offered.id, imprint: 'gone' } };
    const revision = await save(desk, graph);
    await desk.get('versions.publish', { experienceId, revision, name: '', note: '' });
    const setup = { experienceId, language: 'en', idleSeconds: 60 } as const;
    await desk.get('kiosk.start', setup);
    expect(await desk.callFromKiosk('kiosk.legalOffer', undefined)).toEqual({
      ok: true,
      value: { privacy: offered.id },
    });
    const read = (id: string) => desk.callFromKiosk('kiosk.legalText', { id });
    expect(await read(offered.id)).toMatchObject({ value: { text: 'Offered' } });
    expect(await read(linked.id)).toMatchObject({ error: { code: 'legal.not_offered' } });
    await desk.callFromKiosk('kiosk.begin', {});
    expect(await read(linked.id)).toMatchObject({ value: { text: 'Linked' } });
    await publishAgain(desk, linked, { en: 'Changed' });
    expect(await read(linked.id)).toMatchObject({ value: { text: 'Linked' } });
    await desk.callFromKiosk('kiosk.reset', undefined);
    expect(await read(linked.id)).toMatchObject({ error: { code: 'legal.not_offered' } });
  });
});
