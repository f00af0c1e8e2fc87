import { expect, it } from 'vitest';
import { repairedEmail } from './repair-email';

it.each([
  ['ann@example,com', 'ann@example.com'],
  ['ann@mail,example, com', 'ann@mail.example.com'],
  ['ann @ example.com', 'ann@example.com'],
  ['ann@example. com', 'ann@example.com'],
  ['ann (at) example (dot) com', 'ann@example.com'],
  ['ann[at]example.com', 'ann@example.com'],
  ['ann at example dot com', 'ann@example.com'],
  ['o’brien@example.com', "o'brien@example.com"],
  ['ann–lee@example.com', 'ann-lee@example.com'],
  ['E-Mail: ann@example.com', 'ann@example.com'],
  ['Email address: ann@example.com', 'ann@example.com'],
  ['ann@example.com, thanks', 'ann@example.com'],
  ['ann@example.com is mine', 'ann@example.com'],
  ['ann@example.com (home)', 'ann@example.com'],
])('takes %j for %s', (typed, meant) => expect(repairedEmail(typed)).toBe(meant));

it.each([
  '',
  'ann',
  'ann lee@example.com',
  'ann@exa mple.com',
  'ann@example.com, bob@example.com',
  'ann@example.com\nbcc:bob@example.com',
  'ann@localhost',
  'look at me',
  `ann${' '.repeat(100_000)}@example.com`,
])('does not guess at %.40j', (typed) => expect(repairedEmail(typed)).toBeNull());
