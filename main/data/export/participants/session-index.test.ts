import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SessionIndex } from './session-index';

it('numbers sessions as a map of their ids would, whatever the ids are', () => {
  const id = fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme', maxLength: 5 }));
  fc.assert(
    fc.property(
      fc.array(id, { maxLength: 60 }),
      fc.array(id, { maxLength: 10 }),
      (added, others) => {
        const index = new SessionIndex();
        const map = new Map<string, number>();
        for (const each of added) {
          if (!map.has(each)) map.set(each, map.size);
          expect(index.add(each)).toBe(map.get(each));
        }
        expect(index.size).toBe(map.size);
        for (const each of [...added, ...others]) expect(index.find(each)).toBe(map.get(each));
      },
    ),
  );
});

it('finds every one of very many', () => {
  const index = new SessionIndex();
  const ids = Array.from({ length: 50_000 }, () => randomUUID());
  for (const [number, id] of ids.entries()) expect(index.add(id)).toBe(number);
  expect(ids.every((id, number) => index.find(id) === number)).toBe(true);
  expect(index.find(randomUUID())).toBeUndefined();
});
