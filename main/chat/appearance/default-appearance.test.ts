import { expect, it } from 'vitest';
import { Appearance, Graph } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { lessonGraph } from '../../../tests/support/graphs';

const unlockedDesk = unlockedDesks(await bundledWorker());

const coral = Appearance.parse({ theme: 'coral', brand: '#f4664e', name: 'Fruit & Sons' });

it('is plain until somebody says otherwise, which the audit log tells', async () => {
  const desk = await unlockedDesk();
  expect(await desk.get('appearance.default', undefined)).toEqual(Appearance.parse({}));
  await desk.get('appearance.setDefault', { appearance: coral });
  expect(await desk.get('appearance.default', undefined)).toEqual(coral);
  const { entries } = await desk.get('audit.page', { limit: 1 });
  expect(entries).toMatchObject([
    { action: 'appearance.default_changed', details: { theme: 'coral', brand: '#f4664e' } },
  ]);
});

it('is worn on the kiosk by an experience without a look of its own, and by no other', async () => {
  const desk = await unlockedDesk();
  const { experienceId } = desk;
  await desk.get('appearance.setDefault', { appearance: coral });
  const own = Appearance.parse({ theme: 'mono', brand: '#111111' });
  for (const appearance of [undefined, own]) {
    const { revision } = await desk.get('experiences.get', { id: experienceId });
    const settings = { allowsBack: true, ...(appearance && { appearance }) };
    const draft = { ...lessonGraph(), settings };
    const saved = await desk.get('experiences.saveDraft', { id: experienceId, draft, revision });
    const version = { experienceId, revision: saved.revision, name: '', note: '' };
    await desk.get('versions.publish', version);
    await desk.get('kiosk.start', { experienceId, language: 'en', idleSeconds: 60 });
    expect(await desk.callFromKiosk('kiosk.view', {})).toMatchObject({
      value: { appearance: appearance ?? coral },
    });
  }
});

it.each([
  ['a colour that is none', { brand: 'red;background:url(https://example.com)' }],
  ['a picture from elsewhere', { logo: 'https://example.com/logo.png' }],
  ['a picture that leaves its address', { avatar: 'asset:x"), url("https://example.com' }],
  ['a script as a picture', { logo: 'data:image/svg+xml;base64,PHN2Zz4=' }],
  ['a font from elsewhere', { font: { kind: 'uploaded', name: 'x', file: 'https://example.com' } }],
  ['a colour of no name', { colors: { light: { text: 'expression(alert(1))' }, dark: {} } }],
  ['a veil that hides all', { background: { kind: 'picture', picture: '', veil: 100 } }],
])('refuses %s', (_, hostile) => {
  const appearance = { ...Appearance.parse({}), ...hostile };
  expect(Appearance.safeParse(appearance).success).toBe(false);
  const draft = { ...lessonGraph(), settings: { allowsBack: true, appearance } };
  expect(Graph.safeParse(draft).success).toBe(false);
});
