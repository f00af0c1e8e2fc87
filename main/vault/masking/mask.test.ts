import { expect, it } from 'vitest';
import { mask, maskRow } from './mask';

it.each([
  ['ann.lee@example.com', 'a•••@e•••.com'],
  ['a@b.de', '•••@•••.de'],
  ['"a@home"@example.com', '"•••@e•••.com'],
  ['Müller', 'M•••'],
  ['Bo', '•••'],
  ['12345', '1•••'],
  ['😀 party', '😀•••'],
  ['@home', '@•••'],
  ['', ''],
  [null, null],
])('%s is shown as %s', (value, masked) => {
  expect(mask(value)).toBe(masked);
});

const row = {
  id: 1,
  cells: { email: 'ann@example.com', firstname: null, experience_name: 'Hello', created_at: 5 },
  isMasked: false,
};

it('masks personal columns of a row, and no others', () => {
  expect(maskRow('participations', row, () => false)).toEqual({
    id: 1,
    cells: { email: 'a•••@e•••.com', firstname: null, experience_name: 'Hello', created_at: 5 },
    isMasked: true,
  });
  expect(maskRow('participations', row, (column) => column === 'email')).toEqual(row);
});
