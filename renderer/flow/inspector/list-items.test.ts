import { describe, expect, it } from 'vitest';
import { itemsOf, moveItem, newItem } from './list-items';

const items = ['a', 'b', 'c'].map((id) => ({ id }));
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join('');

describe('items of a list', () => {
  it('move up and down, and stay where they are at the ends', () => {
    expect(ids(moveItem(items, 2, 1))).toBe('acb');
    expect(ids(moveItem(items, 0, 1))).toBe('bac');
    expect(ids(moveItem(items, 0, -1))).toBe('abc');
    expect(ids(moveItem(items, 2, 3))).toBe('abc');
  });

  it('start empty but for numbers with a default, with an id of their own', () => {
    const fields = [
      { kind: 'text' as const, key: 'name', path: 'list.name', required: true },
      { kind: 'number' as const, key: 'points', path: 'list.points', required: false },
      { kind: 'number' as const, key: 'count', path: 'list.count', required: false, initial: 1 },
    ];
    const [first, second] = [newItem(fields), newItem(fields)];
    expect(first).toEqual({ id: first.id, name: '', count: 1 });
    expect(first.id).not.toBe(second.id);
  });

  it('are read from a draft that holds something else without failing', () => {
    expect(itemsOf(undefined)).toEqual([]);
    expect(itemsOf('text')).toEqual([]);
    expect(itemsOf([null, 3, { id: 7 }, { id: 'a' }])).toEqual([{ id: 'a' }]);
  });
});
