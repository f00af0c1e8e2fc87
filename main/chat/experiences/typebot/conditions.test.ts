import { expect, it } from 'vitest';
import { BareChat } from '../../../../tests/support/chat';
import { fromTypebot } from './convert';

interface Comparison {
  variableId?: string;
  comparisonOperator?: string;
  value?: string;
}

/** Whether the chat goes the way of the condition, with the variable set so. */
function holds(value: string | null, comparisons: Comparison[], logicalOperator = 'AND') {
  const text = (id: string, plainText: string) => ({ id, type: 'text', content: { plainText } });
  const sets = {
    id: 'set',
    type: 'Set variable',
    options: { variableId: 'v', expressionToEvaluate: value ?? '' },
  };
  const decides = {
    id: 'if',
    type: 'Condition',
    items: [{ id: 'i', outgoingEdgeId: 'e', content: { comparisons, logicalOperator } }],
  };
  const { graph } = fromTypebot(
    {
      version: '6',
      groups: [
        { id: 'g', blocks: [...(value === null ? [] : [sets]), decides, text('no', 'No')] },
        { id: 'h', blocks: [text('yes', 'Yes')] },
      ],
      edges: [{ id: 'e', from: { blockId: 'if', itemId: 'i' }, to: { groupId: 'h' } }],
      variables: [
        { id: 'v', name: 'It' },
        { id: 'w', name: 'Never set' },
      ],
    },
    'en',
  );
  return new BareChat(graph).start().said[0] === 'Yes';
}

it.each([
  ['Equal to', 'red', { red: true, blue: false }],
  ['Not equal', 'red', { red: false, blue: true }],
  ['Contains', 'RE', { red: true, blue: false }],
  ['Does not contain', 'RE', { red: false, blue: true }],
  ['Starts with', 're', { red: true, bored: false }],
  ['Ends with', 'ED', { red: true, edge: false }],
  ['Greater than', '7', { 8: true, 7: false, 10: true }],
  ['Greater or equal to', '7', { 7: true, 6: false }],
  ['Less than', '7', { 6: true, 7: false, 10: false }],
  ['Less or equal to', '7', { 7: true, 8: false }],
  ['Is set', '', { red: true }],
  ['Is empty', '', { red: false }],
  ['Matches regex', '^r', { red: false }],
  ['', 'red', { red: false }],
])('%s %s, alone and beside others', (comparisonOperator, value, expected) => {
  for (const [actual, does] of Object.entries(expected)) {
    const comparison = { variableId: 'v', comparisonOperator, value };
    const always = { variableId: 'w', comparisonOperator: 'Is empty' };
    const never = { variableId: 'w', comparisonOperator: 'Is set' };
    expect(holds(actual, [comparison]), `${actual} alone`).toBe(does);
    expect(holds(actual, [comparison, always]), `${actual} and true`).toBe(does);
    expect(holds(actual, [comparison, never], 'OR'), `${actual} or false`).toBe(does);
    expect(holds(actual, [comparison, never])).toBe(false);
    expect(holds(actual, [comparison, always], 'OR')).toBe(true);
  }
});

it('compares with another variable, and with nothing', () => {
  const same = { variableId: 'v', comparisonOperator: 'Equal to', value: '{{It}}' };
  expect(holds('red', [same])).toBe(true);
  expect(holds('red', [{ ...same, value: '{{It}}s' }])).toBe(false);
  expect(holds('red', [same, same])).toBe(true);
  expect(holds(null, [{ ...same, value: 'undefined' }])).toBe(true);
  expect(holds(null, [])).toBe(false);
  expect(holds(null, [{ comparisonOperator: 'Is empty' }])).toBe(false);
});
