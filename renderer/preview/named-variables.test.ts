import { expect, it } from 'vitest';
import { namedVariables } from './named-variables';

it('leaves out the ids that stand beside a chosen option', () => {
  const variables = { colour: 'Red', 'colour.id': 'r', email: 'ann@example.com' };
  expect(namedVariables(variables)).toEqual([
    ['colour', 'Red'],
    ['email', 'ann@example.com'],
  ]);
});
