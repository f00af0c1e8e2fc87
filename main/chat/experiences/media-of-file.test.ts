import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Graph, type StoredMedia } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { graph, node } from '../../../tests/support/graphs';
import { png, sfnt, wav } from '../../../tests/support/media';
import { openTestStore } from '../../../tests/support/store';
import { keepAsset } from '../assets/asset-rows';
import { checkMedia } from '../assets/check-media';
import { sha256 } from '../files/sha256';
import { MAX_MEDIA_OF_FILE, mediaToExport } from './media-of-file';

const unlocked = unlockedDesks(await bundledWorker());
type Desk = Awaited<ReturnType<typeof unlocked>>;

/** A message with a picture and a sound, in a font of its own. */
const branded = (picture: string, sound: string, font: string): Graph =>
  Graph.parse({
    ...graph(
      [
        node('a', 'message', {
          text: 'Hi',
          image: picture,
          imageText: 'A',
          sound,
          soundTitle: 'B',
        }),
      ],
      [],
    ),
    settings: {
      appearance: { logo: picture, font: { kind: 'uploaded', name: 'Own', file: font } },
    },
  });

async function withBrand() {
  const desk = await unlocked();
  const add = async (kind: 'picture' | 'sound' | 'font', bytes: Buffer): Promise<StoredMedia> =>
    desk.get('assets.add', { kind, bytes: new Uint8Array(bytes) });
  const [picture, sound, font] = [
    await add('picture', png()),
    await add('sound', wav()),
    await add('font', sfnt()),
  ];
  const id = desk.experienceId;
  const draft = branded(picture.ref, sound.ref, font.ref);
  await desk.get('experiences.saveDraft', { id, draft, revision: 1 });
  const file = join(desk.folder, 'brand.json');
  desk.chooseFile = async () => file;
  await desk.get('experiences.export', { id });
  return { desk, draft, text: readFileSync(file, 'utf8'), picture, sound, font };
}

async function importing(desk: Desk, text: string) {
  const file = join(desk.folder, 'incoming.json');
  writeFileSync(file, text);
  desk.chooseSource.experience = async () => file;
  const preview = await desk.get('experiences.chooseImport', { language: 'en' });
  if (!preview) throw new Error('The dialog was dismissed.');
  const imported = await desk.get('experiences.import', { ticket: preview.ticket, name: 'Brand' });
  return { preview, imported };
}

interface Exported {
  files: Record<string, { type: string; content: string }>;
}

describe('the file of an experience', () => {
  it('brings its pictures, sounds and fonts into another workspace', async () => {
    const { text, draft } = await withBrand();
    const { preview, imported } = await importing(await unlocked(), text);
    expect(preview).toMatchObject({ errors: 0, warnings: 0, media: { files: 3, dropped: 0 } });
    expect(imported.draft.settings).toEqual(draft.settings);
    expect(imported.draft.modules[0]?.settings).toEqual(draft.modules[0]?.settings);
    expect(imported.problems.filter(({ code }) => code === 'media_missing')).toEqual([]);
  });

  it('is imported without a file that it lacks, whose place stays empty', async () => {
    const { text, picture, font } = await withBrand();
    const content = JSON.parse(text) as Exported;
    for (const { ref } of [picture, font]) delete content.files[ref.slice('asset:'.length)];
    const { preview, imported } = await importing(await unlocked(), JSON.stringify(content));
    expect(preview.media).toMatchObject({ files: 1, dropped: 2 });
    expect(imported.draft.modules[0]?.settings).toMatchObject({ image: '', soundTitle: 'B' });
    expect(imported.draft.settings?.appearance).toMatchObject({
      logo: '',
      font: { kind: 'bundled', family: 'inter' },
    });
  });

  it.each<[what: string, change: (file: { type: string; content: string }) => void]>([
    ['is not what its hash says', (file) => (file.content = wav(20).toString('base64'))],
    ['is of another kind than it says', (file) => (file.type = 'image/png')],
    ['is of no kind that is kept', (file) => (file.type = 'text/html')],
    ['is no base64', (file) => (file.content = '<script>')],
  ])('brings no file that %s', async (_, change) => {
    const { text, sound } = await withBrand();
    const content = JSON.parse(text) as Exported;
    const file = content.files[sound.ref.slice('asset:'.length)];
    if (!file) throw new Error('The sound was not exported.');
    change(file);
    const { preview } = await importing(await unlocked(), JSON.stringify(content));
    expect(preview.media).toMatchObject({ files: 2, dropped: 1 });
  });

  it('brings a file that was not stripped, under the hash of what is kept of it', async () => {
    const bytes = png();
    const id = sha256(bytes);
    const draft = branded(`asset:${id}`, '', `asset:${sha256(sfnt())}`);
    const files = { [id]: { type: 'image/png', content: bytes.toString('base64') } };
    const text = JSON.stringify({
      ...{ format: 'chatvault-experience', version: 3, name: 'Brand', files },
      ...draft,
    });
    const { imported } = await importing(await unlocked(), text);
    const keptAs = sha256(checkMedia('picture', bytes).content);
    expect(imported.draft.modules[0]?.settings.image).toBe(`asset:${keptAs}`);
  });

  it.each(['x', '../x', '__proto__'])('has no file named %s', async (name) => {
    const { text } = await withBrand();
    const broken = text.replace('"files": {', `"files": { "${name}": {"type":"","content":""},`);
    await expect(importing(await unlocked(), broken)).rejects.toThrow(/import\./);
  });

  it('is not made where its files are too large together', async () => {
    const { store, connection } = await openTestStore();
    const stored = await keepAsset(store, checkMedia('picture', png()), 0);
    connection.prepare('update assets set bytes = ?').run(MAX_MEDIA_OF_FILE + 1);
    const draft = branded(stored.ref, '', stored.ref);
    await expect(mediaToExport(store, draft)).rejects.toThrow('media.too_much_for_file');
  });
});

describe('copied modules', () => {
  it('show their files in another experience of the workspace, and lose them in another one', async () => {
    const { desk, draft, picture } = await withBrand();
    const { modules, edges } = draft;
    await desk.get('experiences.copyModules', { modules, edges });
    const here = await desk.get('experiences.pasteModules', undefined);
    expect(here).toMatchObject({
      filesMissing: 0,
      modules: [{ settings: { image: picture.ref } }],
    });
    const other = await unlocked();
    await other.get('experiences.copyModules', { modules, edges });
    expect(await other.get('experiences.pasteModules', undefined)).toMatchObject({
      filesMissing: 2,
      modules: [{ settings: { image: '', sound: '', text: 'Hi' } }],
    });
  });
});
