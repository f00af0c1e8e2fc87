import { describe, expect, it, vi } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { confirmed, picked, typed } from '../../../tests/support/chat';
import { type Desk, unlockedDesks } from '../../../tests/support/desk';
import { lessonGraph } from '../../../tests/support/graphs';
import { PASSPHRASE } from '../../../tests/support/workspace';
import { WorkspaceFolder } from '../../vault/workspace/workspace-folder';

const unlockedDesk = unlockedDesks(await bundledWorker());

/** The lesson is published and on the kiosk; the draft has moved on. */
async function kioskDesk() {
  const desk = await unlockedDesk();
  const { experienceId } = desk;
  const { revision } = await desk.get('experiences.get', { id: experienceId });
  const save = { id: experienceId, draft: lessonGraph(), revision };
  const saved = await desk.get('experiences.saveDraft', save);
  const setup = { experienceId, language: 'en', idleSeconds: 60 } as const;
  return { desk, setup, experienceId, revision: saved.revision };
}

async function startKiosk() {
  const made = await kioskDesk();
  const { desk, experienceId, revision, setup } = made;
  await desk.get('versions.publish', { experienceId, revision, name: '', note: '' });
  const empty = { start: null, modules: [], edges: [] };
  await desk.get('experiences.saveDraft', { id: experienceId, draft: empty, revision });
  await desk.get('kiosk.start', setup);
  return made;
}

async function begin(desk: Desk) {
  const turn = await desk.callFromKiosk('kiosk.begin', {});
  if (!turn.ok) throw new Error(turn.error.code);
  return turn.value;
}

describe('a kiosk', () => {
  it('needs a published version', async () => {
    const { desk, setup } = await kioskDesk();
    expect(await desk.call('kiosk.start', setup)).toMatchObject({
      error: { code: 'kiosk.not_published' },
    });
    expect(await desk.get('kiosk.isPending', undefined)).toBe(false);
  });

  it('is offered what is published, with what it stores under the policy', async () => {
    const { desk, experienceId, revision } = await kioskDesk();
    expect(await desk.get('kiosk.offers', undefined)).toEqual([]);
    await desk.get('versions.publish', { experienceId, revision, name: '', note: '' });
    const [offer] = await desk.get('kiosk.offers', undefined);
    expect(offer).toMatchObject({ experienceId, number: 1, draftDiffers: false });
    expect(offer?.stores).toContainEqual({ table: 'participations', days: expect.any(Number) });
    await desk.get('workspace.setStoreData', { storeData: false });
    expect(await desk.get('kiosk.offers', undefined)).toMatchObject([{ stores: [] }]);
  });

  it('plays the published version, stores rows as its own and opens no browser', async () => {
    const { desk } = await startKiosk();
    expect(await begin(desk)).toMatchObject({ prompt: { kind: 'choice' } });
    await desk.callFromKiosk('kiosk.answer', { answer: picked('red') });
    await desk.callFromKiosk('kiosk.openLink', undefined);
    expect(desk.opened).toEqual([]);
    await desk.callFromKiosk('kiosk.answer', { answer: typed('ann@example.com', true) });
    const end = await desk.callFromKiosk('kiosk.answer', { answer: confirmed() });
    expect(end).toMatchObject({ value: { ended: true, trail: [], variables: {} } });
    const page = await desk.get('data.page', { table: 'participations', limit: 10 });
    expect(page.rows.map((row) => row?.cells.channel)).toEqual(['kiosk']);
  });

  it.each(['unpublished', 'archived', 'deleted'])(
    'ends a chat that is %s, and stores nothing more',
    async (fate) => {
      const { desk, experienceId } = await startKiosk();
      await begin(desk);
      await desk.callFromKiosk('kiosk.answer', { answer: picked('red') });
      if (fate === 'unpublished') await desk.get('versions.unpublish', { experienceId });
      if (fate === 'archived')
        await desk.get('experiences.setArchived', { id: experienceId, archived: true });
      if (fate === 'deleted') await desk.get('experiences.delete', { id: experienceId });
      const stored = () => desk.get('experiences.storedRows', { id: experienceId });
      const before = await stored();
      const end = await desk.callFromKiosk('kiosk.openLink', undefined);
      expect(end).toMatchObject({
        value: { ended: true, unavailable: true, messages: [], prompt: null },
      });
      expect(await stored()).toEqual(before);
    },
  );

  it('forgets a participant when it starts anew', async () => {
    const { desk } = await startKiosk();
    await begin(desk);
    await desk.callFromKiosk('kiosk.reset', undefined);
    const late = await desk.callFromKiosk('kiosk.answer', { answer: picked('red') });
    expect(late).toMatchObject({ error: { code: 'chat.session_not_found' } });
  });

  it('goes back in the chat of whoever stands there, in no other, and answers a question once', async () => {
    const { desk } = await startKiosk();
    const { question } = await begin(desk);
    const first = { question: question ?? '', answer: picked('red') };
    const both = [first, first].map((each) => desk.callFromKiosk('kiosk.answer', each));
    const [taken, refused] = await Promise.all(both);
    expect(taken).toMatchObject({ ok: true, value: { changeable: [question], trail: [] } });
    expect(refused).toMatchObject({ error: { code: 'chat.already_answered' } });
    const back = { question: question ?? '' };
    const went = await desk.callFromKiosk('kiosk.back', back);
    expect(went).toMatchObject({ value: { earlier: picked('red'), trail: [], variables: {} } });
    expect(await desk.callFromKiosk('kiosk.back', back)).toMatchObject({
      error: { code: 'chat.cannot_go_back' },
    });
    await desk.callFromKiosk('kiosk.answer', { answer: picked('red') });
    await begin(desk);
    for (const late of [back, { question: 'unknown' }]) {
      expect(await desk.callFromKiosk('kiosk.back', late)).toMatchObject({
        error: { code: 'chat.cannot_go_back' },
      });
    }
    await desk.callFromKiosk('kiosk.reset', undefined);
    expect(await desk.callFromKiosk('kiosk.back', back)).toMatchObject({
      error: { code: 'chat.session_not_found' },
    });
    expect(await desk.callFromKiosk('chat.back', { sessionId: 's', ...back })).toMatchObject({
      error: { code: 'ipc.forbidden' },
    });
  });

  it('cannot see data, nor chats that are not its own', async () => {
    const { desk, experienceId } = await startKiosk();
    const { sessionId } = await begin(desk);
    const forbidden = { ok: false, error: { code: 'ipc.forbidden' } };
    const page = { table: 'participations', limit: 10 } as const;
    expect(await desk.callFromKiosk('data.page', page)).toMatchObject(forbidden);
    const answer = { sessionId, answer: picked('red') };
    expect(await desk.callFromKiosk('chat.answer', answer)).toMatchObject(forbidden);
    const start = { experienceId, language: 'en' } as const;
    expect(await desk.callFromKiosk('chat.start', start)).toMatchObject(forbidden);
    expect(await desk.callFromKiosk('workspace.lock', undefined)).toMatchObject(forbidden);
  });

  it('is left by passphrase only, and says so in the audit log', async () => {
    const { desk } = await startKiosk();
    expect(await leave(desk, 'not this one, surely')).toBe('workspace.wrong_passphrase');
    expect(await desk.get('kiosk.isPending', undefined)).toBe(true);
    expect(await begin(desk)).toMatchObject({ prompt: { kind: 'choice' } });
    expect(await leave(desk, PASSPHRASE)).toBe('left');
    expect(await desk.get('kiosk.isPending', undefined)).toBe(false);
    const log = await desk.get('audit.page', { limit: 20 });
    const actions = log.entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['kiosk.started', 'kiosk.ended']));
    expect(log.entries[1]).toMatchObject({ details: { failedAttempts: 1 } });
  });

  it('names nobody: not to its window, nor to whoever tries names', async () => {
    const { desk } = await startKiosk();
    const [ada] = await desk.get('users.list', undefined);
    const view = await desk.callFromKiosk('kiosk.view', {});
    expect(view).toMatchObject({ ok: true });
    for (const secret of [ada?.name ?? '?', ada?.id ?? '?']) {
      expect(JSON.stringify(view)).not.toContain(secret);
    }
    const names = [ada?.name, 'Nobody At All', undefined, 'somebody else', ada?.name];
    const answers: string[] = [];
    for (const name of names) answers.push(await leave(desk, 'not this one, surely', name));
    expect(answers).toEqual([
      ...Array(4).fill('workspace.wrong_passphrase'),
      // The wait is of the kiosk, whoever was named.
      'workspace.too_many_attempts',
    ]);
    expect(await leave(desk, PASSPHRASE, 'Nobody At All')).toBe('workspace.too_many_attempts');
    desk.waitedMs += 60_000;
    expect(await leave(desk, PASSPHRASE, 'Nobody At All')).toBe('workspace.wrong_passphrase');
    desk.waitedMs += 60_000;
    expect(await leave(desk, PASSPHRASE, ` ${ada?.name.toUpperCase()} `)).toBe('left');
  });

  it.each(['disabled', 'of another'])(
    'is not left with the passphrase of a user %s',
    async (of) => {
      const { desk } = await startKiosk();
      const passphrase = 'seven quiet lanterns by the sea';
      const added = await desk.get('users.add', { name: 'Ben', role: 'editor', passphrase });
      const ben = added.find(({ name }) => name === 'Ben');
      if (of === 'disabled') {
        await desk.get('users.setDisabled', { id: ben?.id ?? '', disabled: true });
        expect(await leave(desk, passphrase, 'Ben')).toBe('workspace.wrong_passphrase');
      }
      expect(await leave(desk, passphrase)).toBe('workspace.wrong_passphrase');
      expect(await desk.get('kiosk.isPending', undefined)).toBe(true);
    },
  );

  it('takes as long for a name that nobody has as for a wrong passphrase', async () => {
    const { desk } = await startKiosk();
    const [ada] = await desk.get('users.list', undefined);
    const opened = vi.spyOn(WorkspaceFolder.prototype, 'open');
    const work = async (name: string | undefined) => {
      opened.mockClear();
      await leave(desk, 'not this one, surely', name);
      return opened.mock.calls.map(([{ userId, credential }]) => [userId, credential.kind]);
    };
    const ofWrongPassphrase = await work(ada?.name);
    expect(ofWrongPassphrase).toEqual([[ada?.id, 'passphrase']]);
    expect(await work('Nobody At All')).toEqual(ofWrongPassphrase);
    opened.mockRestore();
  });

  it('speaks the language of an experience that does not say which, and to staff their own', async () => {
    const desk = await unlockedDesk();
    const sample = { id: 'hello-world', language: 'en' } as const;
    const { id: experienceId, revision } = await desk.get('experiences.create', {
      name: 'Hello',
      sample,
    });
    await desk.get('versions.publish', { experienceId, revision, name: '', note: '' });
    await desk.get('kiosk.start', { experienceId, language: 'de', idleSeconds: 60 });
    expect(await desk.callFromKiosk('kiosk.view', {})).toMatchObject({
      value: { language: 'de', languages: { main: 'en', others: [] } },
    });
  });

  it('tells its window the words of the language that it asks for', async () => {
    const { desk, setup, experienceId } = await kioskDesk();
    const { draft } = await desk.get('experiences.get', { id: experienceId });
    const start = { headline: 'Win a bicycle' };
    const translation = { text: 'Gewinnen Sie ein Rad', of: 'Win a bicycle' };
    const translated = {
      ...draft,
      settings: { kiosk: { start }, languages: { main: 'en', others: ['de'] } },
      translations: { de: { 'settings/kiosk.start.headline': translation } },
    };
    const { revision } = await desk.get('experiences.get', { id: experienceId });
    const saved = await desk.get('experiences.saveDraft', {
      id: experienceId,
      draft: translated,
      revision,
    });
    const publication = { experienceId, revision: saved.revision, name: '', note: '' };
    await desk.get('versions.publish', publication);
    await desk.get('kiosk.start', setup);
    const headline = async (language?: string) => {
      const view = await desk.callFromKiosk('kiosk.view', { language });
      return view.ok ? view.value.look.start.headline : view.error.code;
    };
    expect(await headline()).toBe('Win a bicycle');
    expect(await headline('de')).toBe('Gewinnen Sie ein Rad');
    expect(await headline('fr')).toBe('Win a bicycle');
    expect(await desk.callFromKiosk('kiosk.begin', { language: 'de' })).toMatchObject({ ok: true });
  });
});

/** The code of the refusal, or that it was left. */
async function leave(desk: Desk, passphrase: string, name?: string): Promise<string> {
  const result = await desk.callFromKiosk('kiosk.leave', { passphrase, name });
  return result.ok ? 'left' : result.error.code;
}
