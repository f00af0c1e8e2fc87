import { expect, it } from 'vitest';
import { Appearance } from '../../../preload/contract';
import { THEMES, withTheme } from '../design/themes';
import { appearanceChanges } from './appearance-changes';

const plain = Appearance.parse({});
const logo = `asset:${'a'.repeat(64)}`;
const other = `asset:${'b'.repeat(64)}`;

it('says nothing where nothing has changed', () => {
  for (const theme of THEMES) {
    const dressed = withTheme(plain, theme);
    expect(appearanceChanges(dressed, structuredClone(dressed))).toEqual([]);
  }
});

it('says of every part that it has changed', () => {
  const changed: { [K in keyof Appearance]: Appearance[K] } = {
    theme: 'mono',
    name: 'Fruit & Sons',
    imprint: 'Hamburg',
    logo,
    avatar: logo,
    scheme: 'dark',
    brand: '#111111',
    colors: { light: { text: '#123456' }, dark: {} },
    background: { kind: 'gradient', from: '#ffffff', to: '#eeeeee', angle: 90 },
    font: { kind: 'bundled', family: 'lora' },
    bubbles: 'square',
    buttons: 'soft',
  };
  for (const key of Object.keys(changed) as (keyof Appearance)[]) {
    expect(appearanceChanges(plain, { ...plain, [key]: changed[key] }), key).toHaveLength(1);
  }
  expect(appearanceChanges(plain, changed)).toHaveLength(Object.keys(changed).length);
});

it('tells a picture that came from one that went, and a colour that follows again', () => {
  const [added] = appearanceChanges(plain, { ...plain, logo });
  const [removed] = appearanceChanges({ ...plain, logo }, plain);
  const [swapped] = appearanceChanges({ ...plain, logo }, { ...plain, logo: other });
  expect([added, removed, swapped]).toMatchObject([
    { how: 'added' },
    { how: 'removed' },
    { how: 'changed' },
  ]);
  const set = { ...plain, colors: { light: {}, dark: { text: '#ffffff' } } };
  expect(appearanceChanges(set, plain)).toEqual([
    { kind: 'colour', name: 'text', scheme: 'dark', before: '#ffffff', after: null },
  ]);
});
