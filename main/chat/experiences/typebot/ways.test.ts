import { describe, expect, it } from 'vitest';
import { BareChat, picked } from '../../../../tests/support/chat';
import { fromTypebot } from './convert';

const text = (id: string, plainText: string, more = {}) => ({
  ...{ id, type: 'text', content: { plainText } },
  ...more,
});
const group = (id: string, ...blocks: unknown[]) => ({ id, title: id, blocks });
const convert = (groups: unknown[], edges: unknown[], more = {}) =>
  fromTypebot({ version: '6', groups, edges, variables: [], ...more }, 'en');

describe('a connection that was drawn once', () => {
  const stays = { id: 'e', from: { blockId: 'a' }, to: { groupId: 'h' } };
  const groups = (more = {}) => [
    group('g', text('a', 'One'), text('b', 'Two', more)),
    group('h', text('c', 'Elsewhere')),
  ];

  it('is not followed where its block no longer names it', () => {
    const edges = [stays, { id: 'f', from: { blockId: 'b' }, to: { groupId: 'h' } }];
    const { graph } = convert(groups({ outgoingEdgeId: 'f' }), edges);
    expect(new BareChat(graph).start().said).toEqual(['One', 'Two', 'Elsewhere']);
  });

  it('is followed in a file in which none names any, as written by hand', () => {
    expect(new BareChat(convert(groups(), [stays]).graph).start().said).toEqual([
      'One',
      'Elsewhere',
    ]);
  });
});

describe.each([
  ['Typebot link', 'typebotId'],
  ['Sniper link', 'sniperId'],
])('a %s within the file', (type, key) => {
  const link = (id: string) => ({ id, type, options: { [key]: 'current', groupId: 'ask' } });
  const options = ['Red', 'Blue'].map((content, at) => ({ id: `i${at}`, content }));
  const items = [{ ...options[0], outgoingEdgeId: 'red' }, options[1]];
  const { graph, report } = convert(
    [
      group('g', text('a', 'First?'), link('l1'), text('b', 'Second?', { outgoingEdgeId: 'e' })),
      group('h', link('l2'), text('c', 'Done.')),
      group('ask', { id: 'q', type: 'choice input', items }),
      group('red', text('d', 'A warm one.')),
    ],
    [
      { id: 'e', from: { blockId: 'b' }, to: { groupId: 'h' } },
      { id: 'red', from: { blockId: 'q', itemId: 'i0' }, to: { groupId: 'red' } },
    ],
  );

  it('comes back behind it wherever the linked part ends', () => {
    const chat = new BareChat(graph).start();
    expect(chat.said).toEqual(['First?', 'Please choose one answer.']);
    chat.answer(picked('o1'));
    expect(chat.said.slice(2)).toEqual(['A warm one.', 'Second?', 'Please choose one answer.']);
    chat.answer(picked('o2'));
    expect(chat.said.slice(5)).toEqual(['Done.']);
  });

  it('says how', () => {
    const links = report.blocks.filter((block) => block.type === type);
    expect(links.map(({ reasons }) => reasons)).toEqual([
      ['return_by_variable'],
      ['return_by_variable'],
    ]);
  });
});

it.each([
  ['text input', { labels: { button: 'Bestätigen' } }, true],
  ['number input', { labels: { button: 'OK, go' } }, true],
  ['text input', { labels: { button: 'Send' } }, false],
  ['choice input', { buttonLabel: 'Next' }, false],
  ['choice input', { buttonLabel: 'Next', isMultipleChoice: true }, true],
  ['rating input', { labels: { button: 'Rate' } }, true],
])('the button of a %s with %j is the author’s own: %s', (type, options, isOwn) => {
  const items = ['A', 'B'].map((content) => ({ id: content, content }));
  const { report } = convert([group('g', text('a', 'So?'), { id: 'b', type, options, items })], []);
  expect(report.blocks[1]?.reasons.includes('button_left')).toBe(isOwn);
});

it.each(['number input', 'date input'])('a %s says again what the author wrote', (type) => {
  const options = { retryMessageContent: 'Once more, please.' };
  const { graph } = convert([group('g', text('a', 'So?'), { id: 'b', type, options })], []);
  expect(graph.modules[0]?.settings.invalid).toBe('Once more, please.');
});

it('names a second start', () => {
  const events = ['e1', 'e2'].map((id) => ({ id, type: 'start', outgoingEdgeId: id }));
  const edges = events.map(({ id }) => ({ id, from: { eventId: id }, to: { groupId: 'g' } }));
  expect(convert([group('g', text('a', 'Hi'))], edges, { events }).report.notes).toEqual([
    'events_left',
  ]);
});

it('a link inside of a linked part comes back to where that was entered', () => {
  const link = (id: string, groupId: string) => ({
    ...{ id, type: 'Typebot link', options: { typebotId: 'current', groupId } },
  });
  const { graph } = convert(
    [
      group('g', link('l1', 'h'), text('a', 'Behind the outer one'), link('l3', 'i')),
      group('h', text('b', 'Outer'), link('l2', 'i'), text('c', 'Behind the inner one')),
      group('i', text('d', 'Inner')),
    ],
    [],
  );
  // Ways back that ask nothing have a button in them, as each circle has.
  const chat = new BareChat(graph).start();
  for (let press = 0; press < 5 && chat.said.at(-1) === 'Ready?'; press++) {
    chat.answer(picked('o1'));
  }
  expect(chat.said.filter((words) => words !== 'Ready?')).toEqual([
    ...['Outer', 'Inner', 'Behind the inner one', 'Behind the outer one', 'Inner'],
  ]);
});

describe('a choice', () => {
  const choice = (count: number, options = {}) => {
    const items = Array.from({ length: count }, (_, at) => ({
      id: `i${at}`,
      content: `No. ${at}`,
    }));
    return convert([group('g', { id: 'b', type: 'choice input', options, items })], []);
  };

  it('of more buttons than there can be is told to be a list', () => {
    expect(choice(20).report.blocks[0]?.reasons).toEqual(['question_added']);
    expect(choice(21).report.blocks[0]?.reasons).toContain('search_left');
  });

  it('of several answers leaves by its own connection, though there is one answer only', () => {
    const items = [{ id: 'i', content: 'Only', outgoingEdgeId: 'e' }];
    const options = { isMultipleChoice: true };
    const block = { id: 'b', type: 'choice input', options, items, outgoingEdgeId: 'f' };
    const edges = ['e', 'f'].map((id) => ({ id, from: { blockId: 'b' }, to: { groupId: id } }));
    const groups = [group('g', block), group('e', text('x', 'No')), group('f', text('y', 'Yes'))];
    const chat = new BareChat(convert(groups, edges).graph).start().answer(picked('o1'));
    expect(chat.said.at(-1)).toBe('Yes');
  });

  it('of several answers asks for no single one', () => {
    const { settings } = choice(3, { isMultipleChoice: true }).graph.modules[0] ?? {};
    expect(JSON.stringify(settings)).not.toContain('one answer');
  });
});

it.each([
  [40, [{ type: 'wait', settings: { seconds: 30 } }], ['pause_shortened']],
  [1.5, [{ type: 'wait', settings: { seconds: 1.5 } }], []],
  [0, [], ['nothing_there']],
  [undefined, [], ['nothing_there']],
  ['{{Time}}', [], ['pause_left']],
])('a wait of %s seconds becomes %j', (secondsToWaitFor, modules, reasons) => {
  const block = { id: 'w', type: 'Wait', options: { secondsToWaitFor } };
  const { graph, report } = convert([group('g', text('a', 'One'), block, text('b', 'Two'))], []);
  expect(graph.modules.slice(1, -1)).toMatchObject(modules);
  expect(report.blocks[1]?.reasons).toEqual(reasons);
  expect(new BareChat(graph).start().said.filter(Boolean)).toEqual(['One', 'Two']);
});

it('two AB tests in one chat keep their variants apart', () => {
  const split = (id: string) => ({ id, type: 'AB test', options: {}, items: [] });
  const { graph } = convert([group('g', split('a'), split('b'), text('c', 'End'))], []);
  const variables = graph.modules.map(({ settings }) => settings.variable).filter(Boolean);
  expect(new Set(variables).size).toBe(2);
});
