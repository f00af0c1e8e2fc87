import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Preferences } from '../../preload/contract';
import { filesIn, temporaryFolder } from '../../tests/support/folder';
import { PreferenceFile } from './preferences';

const BOUNDS = { x: 10, y: 20, width: 1_200, height: 800, maximized: false };

function preferences(given: { content?: string; locale?: string } = {}) {
  const folder = temporaryFolder();
  const file = join(folder, 'preferences.json');
  if (given.content !== undefined) writeFileSync(file, given.content);
  const changes: Preferences[] = [];
  const open = () =>
    new PreferenceFile(file, given.locale ?? 'en-US', (each) => changes.push(each));
  return { folder, file, changes, open };
}

describe('preferences', () => {
  it.each([
    ['de-AT', 'de'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
    ['', 'en'],
  ])('begin in the language of a system in %s, where we speak it', (locale, language) => {
    expect(preferences({ locale }).open().get()).toEqual({ language, colorScheme: 'auto' });
  });

  it('are told, and remembered at the next start', async () => {
    const { open, changes, folder } = preferences();
    await open().set({ language: 'de' });
    await open().set({ colorScheme: 'dark' });
    expect(open().get()).toEqual({ language: 'de', colorScheme: 'dark' });
    expect(changes.at(-1)).toEqual({ language: 'de', colorScheme: 'dark' });
    expect(filesIn(folder)).toEqual(['preferences.json']);
  });

  it('understand a kiosk that an earlier version has left, and remember who started one', async () => {
    const earlier = { experienceId: 'x', language: 'de', idleSeconds: 60 };
    const subject = preferences({ content: JSON.stringify({ kiosk: earlier }) }).open();
    expect(subject.kiosk).toEqual({ ...earlier, clearSeconds: 5, hasKeyboard: false });
    const { open } = preferences();
    const now = { ...earlier, language: 'de', clearSeconds: 9, hasKeyboard: true } as const;
    await open().setKiosk({ ...now, startedBy: 'ada' });
    expect(open().kiosk).toEqual({ ...now, startedBy: 'ada' });
  });

  it('remember where the window was', async () => {
    const { open } = preferences();
    await open().setWindowBounds(BOUNDS);
    expect(open().windowBounds).toEqual(BOUNDS);
    expect(open().get().colorScheme).toBe('auto');
  });

  it('keep every one of many changes that come at the same time', async () => {
    const { open, file } = preferences();
    const subject = open();
    await Promise.all([
      subject.set({ language: 'de' }),
      subject.setWindowBounds(BOUNDS),
      subject.set({ colorScheme: 'dark' }),
    ]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      language: 'de',
      colorScheme: 'dark',
      window: BOUNDS,
    });
  });

  it.each(['', '{', 'null', '[]', '{"language":"xx"}', '\0\0\0', '{"window":{"x":"far"}}'])(
    'that are damaged, as %j, are as good as none',
    (content) => {
      expect(preferences({ content }).open().get()).toEqual({
        language: 'en',
        colorScheme: 'auto',
      });
    },
  );

  it('hold for now although they cannot be written, and the next change is tried again', async () => {
    const { open, file } = preferences();
    const subject = open();
    mkdirSync(`${file}.part`);
    await expect(subject.set({ language: 'de' })).rejects.toThrow();
    expect(subject.get().language).toBe('de');
  });
});
