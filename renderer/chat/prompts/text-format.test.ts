import { expect, it } from 'vitest';
import { inGroups } from './text-format';

it.each([
  ['DE89370400440532013000', 'DE89 3704 0044 0532 0130 00'],
  ['iban: de89 37040044 0532013000', 'DE89 3704 0044 0532 0130 00'],
  ['NO9386011117947', 'NO93 8601 1117 947'],
  ['not one', 'not one'],
  ['', ''],
])('shows %j as %j', (typed, shown) => expect(inGroups(typed)).toBe(shown));
