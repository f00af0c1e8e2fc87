import { describe, expect, it } from 'vitest';
import { type Graph, textsOfExperience } from '../../../preload/contract';
import { graph, offers, says } from '../../../tests/support/graphs';
import { formOfType } from '../modules/forms';
import { copyOfGraph } from './copies';

const draft: Graph = {
  ...graph([says('s', 'Hello'), offers('c', 'red')]),
  translations: {
    fr: {
      's/text': { text: 'Bonjour', of: 'Hello' },
      'c/options.red.label': { text: 'Rouge', of: 'The red' },
      'settings/kiosk.start.headline': { text: 'Gagnez', of: 'Win' },
      'gone/text': { text: 'Perdu', of: 'Lost' },
    },
  },
  personas: [
    { id: 'p', name: 'Ann', answers: { c: [{ kind: 'choice', option: 'red' }], gone: [] } },
  ],
};

describe('a copy of an experience', () => {
  const copy = copyOfGraph(draft);
  const option = (copy.modules[1]?.settings.options as { id: string }[] | undefined)?.[0]?.id;

  it('keeps its translations where its texts stand now, and drops those of no module', () => {
    const places = textsOfExperience(copy, formOfType).map(({ place }) => place);
    const french = copy.translations?.fr ?? {};
    const texts = Object.entries(french).map(([, { text }]) => text);
    expect(texts.toSorted()).toEqual(['Bonjour', 'Gagnez', 'Rouge']);
    expect(places).toEqual(
      expect.arrayContaining(Object.keys(french).filter((place) => !place.startsWith('settings/'))),
    );
    expect(Object.keys(french).some((place) => place.startsWith('c/'))).toBe(false);
  });

  it('keeps what its personas answer, under the new ids', () => {
    const [persona] = copy.personas ?? [];
    expect(persona?.id).not.toBe('p');
    expect(Object.entries(persona?.answers ?? {})).toEqual([
      [copy.modules[1]?.id, [{ kind: 'choice', option }]],
    ]);
    expect(option).not.toBe('red');
  });
});
