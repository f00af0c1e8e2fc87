import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledWorker } from '../../../tests/support/bundle';
import { picked } from '../../../tests/support/chat';
import { takePart, unlockedDesks } from '../../../tests/support/desk';
import { asksEmail, chain, ends, jumps, lessonGraph, says } from '../../../tests/support/graphs';
import { experienceFile } from '../flow/experience-file';

const unlocked = unlockedDesks(await bundledWorker());

/** An unlocked workspace whose only experience is the lesson's. */
async function unlockedDesk() {
  const desk = await unlocked();
  const id = desk.experienceId;
  await desk.get('experiences.saveDraft', { id, draft: lessonGraph(), revision: 1 });
  return Object.assign(desk, { id });
}
type Desk = Awaited<ReturnType<typeof unlockedDesk>>;

const names = async (desk: Desk) =>
  (await desk.get('experiences.list', undefined)).map(({ name }) => name);

const actions = async (desk: Desk) =>
  (await desk.get('audit.page', { limit: 20 })).entries.map(({ action, details }) =>
    [action, details.experience, details.rows].filter((part) => part !== undefined).join(' '),
  );

function importing(desk: Desk, content: string): string {
  const file = join(desk.folder, 'shared.json');
  writeFileSync(file, content);
  desk.chooseSource.experience = async () => file;
  return file;
}

describe('an experience', () => {
  it('can be duplicated; the copy shares nothing with it', async () => {
    const desk = await unlockedDesk();
    const copy = await desk.get('experiences.duplicate', { id: desk.id, name: 'Copy' });
    const problems = [{ code: 'privacy_notice_missing' }];
    expect(copy).toMatchObject({ name: 'Copy', revision: 1, problems, published: null });
    const ids = new Set(lessonGraph().modules.map(({ id }) => id));
    expect(copy.draft.modules).toHaveLength(6);
    for (const { id } of copy.draft.modules) expect(ids).not.toContain(id);
    expect(copy.draft.start).toBe(copy.draft.modules[0]?.id);
    expect(copy.draft.edges).toHaveLength(5);
  });

  it('is out of use while it is archived', async () => {
    const desk = await unlockedDesk();
    const { id } = desk;
    const publish = { experienceId: id, revision: 2, name: '', note: '' };
    await desk.get('versions.publish', publish);
    await desk.get('experiences.setArchived', { id, archived: true });
    expect(await desk.get('experiences.list', undefined)).toMatchObject([
      { archivedAt: expect.any(Number), published: null },
    ]);
    await desk.get('experiences.setArchived', { id, archived: false });
    expect(await desk.get('experiences.list', undefined)).toMatchObject([
      { archivedAt: null, published: null },
    ]);
    expect((await actions(desk)).slice(0, 2)).toEqual([
      'experience.unarchived Hello World',
      'experience.archived Hello World',
    ]);
  });

  it('has its errors and warnings counted for the list', async () => {
    const desk = await unlockedDesk();
    await desk.get('experiences.create', { name: 'Empty' });
    const counts = await desk.get('experiences.problemCounts', undefined);
    expect(Object.values(counts)).toEqual([
      { errors: 0, warnings: 0 },
      { errors: 1, warnings: 0 },
    ]);
  });
});

describe('deleting an experience', () => {
  it('leaves its rows to their expiry, if the user wants that', async () => {
    const desk = await unlockedDesk();
    await takePart(desk, 'ann@example.com');
    const { rows } = await desk.get('experiences.storedRows', { id: desk.id });
    expect(rows).toBeGreaterThan(0);
    await desk.get('experiences.delete', { id: desk.id });
    expect(await names(desk)).toEqual([]);
    expect((await desk.get('experiences.storedRows', { id: desk.id })).rows).toBe(rows);
    expect((await actions(desk))[0]).toBe('experience.deleted Hello World 0');
  });

  it('takes its rows along, if the user confirmed how many', async () => {
    const desk = await unlockedDesk();
    await takePart(desk, 'ann@example.com');
    const { rows, tables } = await desk.get('experiences.storedRows', { id: desk.id });
    expect(tables).toMatchObject({ customers: 1 });
    const confirmed = { id: desk.id, confirmedRows: rows };
    expect(await desk.get('experiences.deleteWithRows', confirmed)).toEqual({
      deleted: rows,
      held: 0,
    });
    expect(await names(desk)).toEqual([]);
    expect((await desk.get('experiences.storedRows', { id: desk.id })).rows).toBe(0);
    expect((await actions(desk))[0]).toBe(`experience.deleted Hello World ${rows}`);
    const told = desk.events.filter(({ name }) => name === 'data.changed').at(-1);
    expect(told?.payload).toMatchObject({ tables: expect.arrayContaining(['customers']) });
  });

  it('does nothing when there are more rows than the user was shown', async () => {
    const desk = await unlockedDesk();
    await takePart(desk, 'ann@example.com');
    const refused = desk.get('experiences.deleteWithRows', { id: desk.id, confirmedRows: 0 });
    await expect(refused).rejects.toThrow('data.count_changed');
    expect(await names(desk)).toEqual(['Hello World']);
  });

  it('ends its preview, which stores nothing more', async () => {
    const desk = await unlockedDesk();
    const { sessionId } = await desk.get('chat.start', { experienceId: desk.id, language: 'en' });
    const { rows } = await desk.get('experiences.storedRows', { id: desk.id });
    await desk.get('experiences.delete', { id: desk.id });
    const end = await desk.get('chat.answer', { sessionId, answer: picked('red') });
    expect(end).toMatchObject({ ended: true, unavailable: true, messages: [], trail: [] });
    expect((await desk.get('experiences.storedRows', { id: desk.id })).rows).toBe(rows);
  });

  it('takes its versions along', async () => {
    const desk = await unlockedDesk();
    const publish = { experienceId: desk.id, revision: 2, name: '', note: '' };
    const { id } = await desk.get('versions.publish', publish);
    await desk.get('experiences.delete', { id: desk.id });
    await expect(desk.get('versions.get', { id })).rejects.toThrow('version.not_found');
  });
});

describe('a file', () => {
  it('carries an experience to a new one, after it was shown what is in it', async () => {
    const desk = await unlockedDesk();
    const file = join(desk.folder, 'hello.json');
    desk.chooseFile = async (name) => (name === 'hello-world.json' ? file : null);
    const saved = { outcome: 'saved', fileName: 'hello.json' };
    expect(await desk.get('experiences.export', { id: desk.id })).toEqual(saved);

    desk.chooseSource.experience = async () => file;
    const preview = await desk.get('experiences.chooseImport', { language: 'en' });
    expect(preview).toMatchObject({
      fileName: 'hello.json',
      name: 'Hello World',
      errors: 0,
      warnings: 0,
      modules: expect.arrayContaining([{ type: 'message', count: 2 }]),
      stores: expect.arrayContaining([{ table: 'customers', days: 180 }]),
    });
    expect(await names(desk)).toEqual(['Hello World']);

    const ticket = preview?.ticket ?? '';
    const made = await desk.get('experiences.import', { ticket, name: 'From a friend' });
    expect(await names(desk)).toEqual(['Hello World', 'From a friend']);
    expect(made.id).not.toBe(desk.id);
    const ids = new Set(lessonGraph().modules.map(({ id }) => id));
    for (const { id } of made.draft.modules) expect(ids).not.toContain(id);
    const again = desk.get('experiences.import', { ticket, name: 'Twice' });
    await expect(again).rejects.toThrow('import.ticket_not_found');
    expect((await actions(desk)).slice(0, 2)).toEqual([
      'experience.imported From a friend',
      'experience.exported Hello World',
    ]);
  });

  it('can be made of any version', async () => {
    const desk = await unlockedDesk();
    const publish = { experienceId: desk.id, revision: 2, name: '', note: '' };
    const { id: versionId } = await desk.get('versions.publish', publish);
    const draft = chain(says('later'), ends('end'));
    await desk.get('experiences.saveDraft', { id: desk.id, draft, revision: 2 });
    const file = join(desk.folder, 'version.json');
    desk.chooseFile = async () => file;
    await desk.get('experiences.export', { id: desk.id, versionId });
    expect(JSON.parse(readFileSync(file, 'utf8')).modules).toHaveLength(6);
  });

  it('with problems is imported as the draft that it is', async () => {
    const desk = await unlockedDesk();
    const graph = chain(says('a'), asksEmail('b', { question: 42, terms: ['not', 'a', 'text'] }));
    importing(desk, experienceFile({ name: 'Half done', graph }));
    const preview = await desk.get('experiences.chooseImport', { language: 'en' });
    expect(preview?.errors).toBe(2);
  });

  it('that leads into an experience of another workspace says so, at the field to choose one', async () => {
    const desk = await unlockedDesk();
    const graph = chain(says('a'), jumps('b', 'visit', 'elsewhere'));
    importing(desk, experienceFile({ name: 'From elsewhere', graph }));
    const preview = await desk.get('experiences.chooseImport', { language: 'en' });
    expect(preview?.errors).toBe(1);
    const ticket = preview?.ticket ?? '';
    const made = await desk.get('experiences.import', { ticket, name: 'Mine' });
    expect(made.problems).toMatchObject([
      { code: 'experience_missing', moduleId: made.draft.modules[1]?.id, field: 'experience' },
    ]);
  });

  it('of Typebot becomes a new experience, after it was shown what becomes of each block', async () => {
    const desk = await unlockedDesk();
    const before = await desk.get('experiences.get', { id: desk.id });
    const file = join(import.meta.dirname, '../../../tests/fixtures/typebot/library.v3.json');
    desk.chooseSource.experience = async () => file;
    const preview = await desk.get('experiences.chooseImport', { language: 'en' });
    expect(preview).toMatchObject({
      name: 'Library quiz',
      errors: 0,
      typebot: { blocks: expect.arrayContaining([expect.objectContaining({ id: 'b10' })]) },
    });
    const ticket = preview?.ticket ?? '';
    const made = await desk.get('experiences.import', { ticket, name: 'Quiz' });
    expect(made.draft.modules).toHaveLength(10);
    expect(await names(desk)).toEqual(['Hello World', 'Quiz']);
    expect(await desk.get('experiences.get', { id: desk.id })).toEqual(before);
  });

  it('of 200 MB is refused without being read', async () => {
    const desk = await unlockedDesk();
    truncateSync(importing(desk, '{'), 200 * 1024 * 1024);
    const refused = desk.get('experiences.chooseImport', { language: 'en' });
    await expect(refused).rejects.toThrow('import.too_large');
  });

  it.runIf(process.platform !== 'win32')(
    'that is none, but a pipe or a folder, is refused',
    async () => {
      const desk = await unlockedDesk();
      const pipe = join(desk.folder, 'pipe.json');
      execFileSync('mkfifo', [pipe]);
      const folder = join(desk.folder, 'folder.json');
      mkdirSync(folder);
      for (const path of [pipe, folder, join(desk.folder, 'gone.json')]) {
        desk.chooseSource.experience = async () => path;
        const refused = desk.get('experiences.chooseImport', { language: 'en' });
        await expect(refused).rejects.toThrow('import.unreadable');
      }
    },
  );

  it('that is refused leaves everything as it is', async () => {
    const desk = await unlockedDesk();
    for (const content of ['', '['.repeat(1_000_000), '{"__proto__":{}}', '\xff\xfe\x00']) {
      importing(desk, content);
      await expect(desk.get('experiences.chooseImport', { language: 'en' })).rejects.toThrow(
        'import.',
      );
    }
    expect(await names(desk)).toEqual(['Hello World']);
    expect(desk.failures).toEqual([]);
  });
});

describe('the clipboard', () => {
  it('carries modules to another experience under ids of their own', async () => {
    const desk = await unlockedDesk();
    const { modules, edges } = lessonGraph();
    const part = { modules: modules.slice(0, 2), edges: edges.slice(0, 1) };
    await desk.get('experiences.copyModules', part);
    const pasted = await desk.get('experiences.pasteModules', undefined);
    const again = await desk.get('experiences.pasteModules', undefined);
    const ids = [...part.modules, ...(pasted?.modules ?? []), ...(again?.modules ?? [])].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(6);
    expect(pasted?.edges).toMatchObject([{ branch: 'next', to: pasted?.modules[1]?.id }]);
  });

  it('with anything else pastes nothing, and tells the page nothing of it', async () => {
    const desk = await unlockedDesk();
    for (const text of ['', 'a password', '{"a":1}', '['.repeat(1_000), 'x'.repeat(9_000_000)]) {
      desk.clipboard.push(text);
      expect(await desk.get('experiences.pasteModules', undefined)).toBeNull();
    }
  });
});
