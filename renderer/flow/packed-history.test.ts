import { expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../preload/contract';
import { PackedHistory, packHistory, unpackHistory } from './packed-history';

const module = (id: string, text = ''): ModuleNode => ({
  id,
  type: 'step',
  settings: { text },
  position: { x: 0, y: 0 },
});
const graph = (...modules: ModuleNode[]): Graph => ({
  start: modules[0]?.id ?? null,
  modules,
  edges: [],
});
const unpacked = (text: string) => unpackHistory(PackedHistory.parse(JSON.parse(text)));

it('brings back each step, and says what steps share once', () => {
  const [a, b, c] = [module('a', 'long '.repeat(100)), module('b'), module('c')];
  const history = { past: [graph(a), graph(a, b)], future: [graph(a, b, c)] };
  const text = packHistory(history);
  expect(unpacked(text)).toEqual(history);
  expect(text.length).toBeLessThan(1_000);
});

it('keeps the nearest steps where not all have room', () => {
  const past = Array.from({ length: 300 }, (_, at) => graph(module('a', String(at).repeat(9_000))));
  const text = packHistory({ past, future: [] });
  expect(text.length).toBeLessThanOrEqual(1_000_000);
  const kept = unpacked(text).past;
  expect(kept.length).toBeGreaterThan(10);
  expect(kept).toEqual(past.slice(-kept.length));
});

it('takes no step beyond one that is no graph any more', () => {
  const text = packHistory({ past: [graph(), graph(module('a')), graph(module('b'))], future: [] });
  const packed = PackedHistory.parse(JSON.parse(text));
  packed.values = packed.values.map((value) =>
    JSON.stringify(value) === JSON.stringify(module('a')) ? 'broken' : value,
  );
  expect(unpackHistory(packed).past).toEqual([graph(module('b'))]);
});
