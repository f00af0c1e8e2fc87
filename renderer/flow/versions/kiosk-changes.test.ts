import { describe, expect, it } from 'vitest';
import { KioskLook } from '../../../preload/contract';
import { kioskChanges } from './kiosk-changes';

const slide = (id: string, alt = '') => ({ id, picture: `asset:${'a'.repeat(64)}`, alt });
const look = (start: object, end: object = {}) => KioskLook.parse({ start, end });

describe('the differences of what a kiosk shows', () => {
  it('are none where nothing has changed, set or not', () => {
    expect(kioskChanges(undefined, look({}))).toEqual([]);
    expect(kioskChanges(look({ headline: 'A' }), look({ headline: 'A' }))).toEqual([]);
  });

  it('name each text as it was and as it is', () => {
    const after = look({ headline: 'B', prize: 'A bicycle' }, { text: 'Bye' });
    expect(kioskChanges(look({ headline: 'A' }), after)).toEqual([
      { kind: 'text', screen: 'start', name: 'headline', before: 'A', after: 'B' },
      { kind: 'text', screen: 'start', name: 'prize', before: '', after: 'A bicycle' },
      { kind: 'text', screen: 'end', name: 'text', before: '', after: 'Bye' },
    ]);
  });

  it('tell how many pictures there are, that they are others, and their time', () => {
    const two = look({ slides: [slide('a'), slide('b')] });
    expect(kioskChanges(undefined, two)).toEqual([{ kind: 'slides', before: 0, after: 2 }]);
    const turned = look({ slides: [slide('b'), slide('a')], secondsPerSlide: 9 });
    expect(kioskChanges(two, turned)).toEqual([
      { kind: 'slidesOtherwise' },
      { kind: 'seconds', before: 6, after: 9 },
    ]);
    expect(kioskChanges(two, look({ slides: [slide('a', 'Hills'), slide('b')] }))).toEqual([
      { kind: 'slidesOtherwise' },
    ]);
  });

  it.each([
    ['', 'asset', 'added'],
    ['asset', '', 'removed'],
    ['asset', 'other', 'changed'],
  ] as const)('tell what became of the picture of the end: %s, then %s', (was, is, became) => {
    const refs = { '': '', asset: `asset:${'a'.repeat(64)}`, other: `asset:${'b'.repeat(64)}` };
    const [before, after] = [look({}, { picture: refs[was] }), look({}, { picture: refs[is] })];
    expect(kioskChanges(before, after)).toEqual([{ kind: 'picture', became }]);
  });
});
