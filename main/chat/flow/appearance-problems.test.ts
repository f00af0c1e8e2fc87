import { expect, it } from 'vitest';
import { Appearance, type Graph } from '../../../preload/contract';
import { appearanceProblems } from './appearance-problems';

const graphWith = (appearance?: Appearance): Graph => ({
  start: null,
  modules: [],
  edges: [],
  settings: { allowsBack: true, ...(appearance && { appearance }) },
});

it('warns of colours that cannot be read, of each pair once', () => {
  const dark = { botBubble: '#202020', botText: '#404040' };
  const appearance = Appearance.parse({ colors: { light: {}, dark } });
  expect(appearanceProblems(graphWith(appearance))).toEqual([
    {
      severity: 'warning',
      code: 'contrast_too_low',
      params: { scheme: 'dark', text: 'botText', ground: 'botBubble', ratio: '1.5', least: '4.5' },
    },
  ]);
});

it('is content with what follows from a brand’s colour, and with none', () => {
  expect(appearanceProblems(graphWith(Appearance.parse({ brand: '#ffff66' })))).toEqual([]);
  expect(appearanceProblems(graphWith())).toEqual([]);
});
