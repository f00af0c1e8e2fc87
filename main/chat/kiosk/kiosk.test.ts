import { describe, expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { confirmed, picked, typed } from '../../../tests/support/chat';
import { type Desk, unlockedDesks } from '../../../tests/support/desk';
import { lessonGraph } from '../../../tests/support/graphs';
import { PASSPHRASE } from '../../../tests/support/workspace';

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
  const turn = await desk.callFromKiosk('kiosk.begin', undefined);
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
    const users = await desk.callFromKiosk('kiosk.view', undefined);
    const userId = users.ok ? (users.value.users[0]?.id ?? '') : '';
    const wrong = { userId, passphrase: 'not this one, surely' };
    expect(await desk.callFromKiosk('kiosk.leave', wrong)).toMatchObject({
      error: { code: 'workspace.wrong_passphrase' },
    });
    expect(await desk.get('kiosk.isPending', undefined)).toBe(true);
    expect(await begin(desk)).toMatchObject({ prompt: { kind: 'choice' } });
    const right = { userId, passphrase: PASSPHRASE };
    expect(await desk.callFromKiosk('kiosk.leave', right)).toMatchObject({ ok: true });
    expect(await desk.get('kiosk.isPending', undefined)).toBe(false);
    const log = await desk.get('audit.page', { limit: 20 });
    const actions = log.entries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['kiosk.started', 'kiosk.ended']));
    expect(log.entries[1]).toMatchObject({ details: { failedAttempts: 1 } });
  });
});
