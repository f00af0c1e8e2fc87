import { expect, it } from 'vitest';
import { dialled } from './digits';

it.each([
  ['0', '0'],
  ['00', '00'],
  ['+', null],
  ['max', null],
  ['4711', '4711'],
  ['+1 (555) 123-4567', '5551234567'],
  ['0049 (0) 160 2229999', '1602229999'],
  ['0160 2229999', '1602229999'],
  ['+49 30 1234567 x12', '301234567'],
  ['x12', null],
])('takes %s for the digits %s', (text, digits) => {
  expect(dialled(text)).toBe(digits);
});
