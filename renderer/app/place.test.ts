import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { create } from 'zustand';
import { MAX_PLACE_PART } from '../../preload/contract';
import { forgetPlaces, keep, keepStores, onPersonErased, returnToPlace } from './place';
import { saveScreens } from './screen-store';

let told: unknown[] = [];

beforeEach(async () => {
  vi.stubGlobal('window', {
    chatvault: {
      call: async (channel: string, input: unknown) => {
        if (channel === 'memory.place') return { ok: true, value: { waiting: '"ann"' } };
        told.push(input);
        return { ok: true, value: undefined };
      },
    },
  });
  await saveScreens();
  told = [];
});

it('tells main what it takes, and of a part that is too long keeps the earlier state', async () => {
  keep('long', 'y');
  await saveScreens();
  keep('short', 'x');
  keep('long', 'x'.repeat(MAX_PLACE_PART));
  await saveScreens();
  expect(told).toEqual([{ long: '"y"' }, { short: '"x"' }]);
});

it('tells nothing of before an erasure, and drops what waits for its screen', async () => {
  const restore = vi.fn();
  const drop = vi.fn();
  onPersonErased(drop);
  await returnToPlace();
  keep('search', 'ann');
  forgetPlaces();
  const stores = [create(() => ({}))];
  keepStores(stores, 'waiting', { shape: z.string(), of: () => undefined, restore });
  await saveScreens();
  expect(told).toEqual([]);
  expect(restore).not.toHaveBeenCalled();
  expect(drop).toHaveBeenCalledOnce();
});
