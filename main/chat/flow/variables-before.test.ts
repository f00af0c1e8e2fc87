import { expect, it } from 'vitest';
import { asksEmail, edge, graph, node, says } from '../../../tests/support/graphs';
import { moduleOf } from '../modules';
import { variablesBefore } from './variables-before';

const flow = graph(
  [
    asksEmail('mail'),
    says('hello'),
    node('set', 'set_variables', {
      variables: [{ id: 'a', variable: 'greeting', kind: 'text', text: 'Hi', expression: '' }],
    }),
  ],
  [edge('mail', 'next', 'hello'), edge('hello', 'next', 'set')],
);
const namesBefore = (id?: string) => variablesBefore(flow, moduleOf, id).map(({ name }) => name);

it('names the variables that ways to a module set, and who sets them', () => {
  expect(variablesBefore(flow, moduleOf, 'hello')).toContainEqual({
    name: 'email',
    modules: ['mail'],
  });
  expect(namesBefore('hello')).not.toContain('greeting');
  expect(namesBefore('mail')).toEqual([]);
  expect(namesBefore()).toEqual(expect.arrayContaining(['email', 'greeting']));
  expect(namesBefore('gone')).toEqual([]);
});
