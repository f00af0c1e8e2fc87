import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../preload/contract';
import { typed } from '../../../tests/support/chat';
import {
  ASKING,
  asksEmail,
  chain,
  edge,
  graph,
  jumps,
  node,
  offers,
  raffles,
  says,
} from '../../../tests/support/graphs';
import { sessionsOn, startChat } from '../../../tests/support/play';
import { openTestStore } from '../../../tests/support/store';
import { contactColumns } from '../../foundation/store/tables/define-table';
import { moduleOf } from '../modules';
import { indexFlow } from './flow-index';
import { possibleWrites } from './possible-writes';

const asksName = (id: string, parts = 'first') =>
  node(id, 'name', {
    ...ASKING,
    invalid: 'Not a name.',
    firstLabel: 'First',
    lastLabel: 'Last',
    nameLabel: 'Name',
    parts,
  });
const asksPhone = (id: string) => node(id, 'phone', { ...ASKING, invalid: 'Not a number.' });

const deletes = (id: string) =>
  node(id, 'delete_my_data', {
    explanation: 'This is what goes.',
    confirmText: 'I want that.',
    deleteLabel: 'Delete',
    keepLabel: 'Keep',
    doneText: 'Deleted.',
    heldText: 'Some has to stay.',
    notConfirmed: 'Please confirm.',
  });

function writesOf(root: Graph, library: Readonly<Record<string, Graph>> = {}) {
  const index = (each: Graph) => indexFlow(each, moduleOf);
  const others = Object.entries(library).map(([id, each]) => [id, index(each)] as const);
  const writes = possibleWrites(index(root), new Map(others));
  return {
    at: (id: string) => {
      const found = writes.find(({ module }) => module.node.id === id);
      return found ? [...found.contact] : undefined;
    },
    customerOf: (id: string) => [
      ...(writes.find(({ module }) => module.node.id === id)?.customer ?? []),
    ],
  };
}

describe('what a module can write about a person', () => {
  it('is what some way to it has asked, and what it asks itself', () => {
    const { at } = writesOf(chain(asksEmail('email'), raffles('giveaway'), asksName('name')));
    expect(at('email')).toEqual(['email']);
    expect(at('giveaway')).toEqual(['email']);
    expect(at('name')).toEqual(['email', 'firstname']);
  });

  it('counts a way that only some participants take', () => {
    const { at } = writesOf(
      graph(
        [
          offers('pills', 'red', 'blue'),
          asksPhone('phone'),
          asksEmail('email'),
          raffles('giveaway'),
        ],
        [
          edge('pills', 'red', 'phone'),
          edge('phone', 'next', 'email'),
          edge('pills', 'blue', 'email'),
          edge('email', 'next', 'giveaway'),
        ],
      ),
    );
    expect(at('giveaway')).toEqual(['email', 'phone']);
  });

  it('is nothing where nobody comes', () => {
    const { at } = writesOf(graph([says('hello'), asksEmail('email')]));
    expect(at('email')).toBeUndefined();
  });

  it('goes round a loop', () => {
    const { at } = writesOf(
      graph(
        [offers('menu', 'name', 'mail'), asksName('name'), asksEmail('email')],
        [
          edge('menu', 'name', 'name'),
          edge('name', 'next', 'menu'),
          edge('menu', 'mail', 'email'),
          edge('email', 'next', 'menu'),
        ],
      ),
    );
    expect(at('email')).toEqual(['email', 'firstname']);
    expect(at('name')).toEqual(['email', 'firstname']);
  });

  it('is forgotten with the data that a participant deletes', () => {
    const { at, customerOf } = writesOf(
      graph(
        [asksEmail('email'), deletes('delete'), asksName('name'), asksPhone('phone')],
        [
          edge('email', 'next', 'delete'),
          edge('delete', 'next', 'name'),
          edge('delete', 'kept', 'phone'),
        ],
      ),
    );
    expect(at('name')).toEqual(['firstname']);
    expect(at('phone')).toEqual(['email', 'phone']);
    expect(customerOf('email')).toEqual(['email', 'phone']);
  });

  it('is of a customer also what the chat asks later', () => {
    const { customerOf } = writesOf(
      chain(asksPhone('phone'), asksEmail('email'), raffles('giveaway'), asksName('name')),
    );
    expect(customerOf('email').toSorted()).toEqual(['email', 'firstname', 'phone']);
  });

  it('is all that there is while settings cannot be read', () => {
    const { at } = writesOf(chain(node('name', 'name', { parts: 7 }), raffles('giveaway')));
    expect(at('giveaway')).toContain('street');
  });
});

describe('what can be written in an experience that is called', () => {
  const called = chain(asksName('name'), says('thanks'));
  const visit = (settings = {}) =>
    jumps('visit', 'visit', 'there', { takesAll: false, ...settings });

  it('is also what the one knows that waits for it, and only that comes back that is brought', () => {
    const brings = { outputs: [{ id: 'o', from: 'firstname', to: 'lastname' }] };
    const root = chain(asksEmail('email'), visit(brings), asksPhone('phone'));
    const { at, customerOf } = writesOf(root, { there: called });
    expect(at('thanks')).toEqual(['email', 'firstname']);
    expect(at('phone')).toEqual(['email', 'lastname', 'phone']);
    expect(customerOf('email').toSorted()).toEqual(['email', 'firstname', 'lastname', 'phone']);
  });

  it('does not bring back what is never set there', () => {
    const brings = { outputs: [{ id: 'o', from: 'city', to: 'city' }] };
    const { at } = writesOf(chain(visit(brings), asksPhone('phone')), { there: called });
    expect(at('phone')).toEqual(['phone']);
  });

  it('is what it is told where the chat goes there for good', () => {
    const told = { takesAll: false, inputs: [{ id: 'i', variable: 'city', value: 'Berlin' }] };
    const root = chain(asksEmail('email'), jumps('move', 'move', 'there', told));
    expect(writesOf(root, { there: called }).at('thanks')).toEqual(['firstname', 'city']);
    const all = chain(asksEmail('email'), jumps('move', 'move', 'there', { takesAll: true }));
    expect(writesOf(all, { there: called }).at('thanks')).toEqual(['email', 'firstname']);
  });

  it('comes back from where it has moved on to', () => {
    const brings = { outputs: [{ id: 'o', from: 'phone', to: 'phone' }] };
    const root = chain(visit(brings), raffles('last'));
    const library = {
      there: chain(asksName('name'), jumps('move', 'move', 'further')),
      further: chain(asksPhone('phone')),
    };
    expect(writesOf(root, library).at('last')).toEqual(['phone']);
  });

  it('is nothing when it is not published', () => {
    const { at } = writesOf(chain(asksEmail('email'), visit(), asksPhone('phone')));
    expect(at('thanks')).toBeUndefined();
    expect(at('phone')).toBeUndefined();
  });
});

it('is what a played chat writes, column by column', async () => {
  const test = await openTestStore();
  const root = chain(asksName('name'), asksEmail('email'), raffles('giveaway'), asksPhone('phone'));
  const sessions = sessionsOn(test);
  const { sessionId } = await startChat(sessions, root);
  await sessions.answer(sessionId, typed('Ann'));
  await sessions.answer(sessionId, typed('ann@example.com'));
  await sessions.answer(sessionId, typed('+49 30 1234567'));
  const filled = (table: 'customers' | 'participations') => {
    const row = test.connection.prepare(`select * from ${table}`).get() as Record<string, unknown>;
    return Object.keys(contactColumns).filter((name) => row[name] !== null);
  };
  const { at, customerOf } = writesOf(root);
  expect(filled('participations')).toEqual(at('giveaway'));
  expect(filled('customers').toSorted()).toEqual(customerOf('email').toSorted());
});
