import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, Graph, type Language, TypebotReport } from '../../../../preload/contract';
import { Random } from '../../../../tests/seed/random';
import { BareChat, picked } from '../../../../tests/support/chat';
import { sessionsOn, startChat } from '../../../../tests/support/play';
import { playByChance } from '../../../../tests/support/play-by-chance';
import { openTestStore } from '../../../../tests/support/store';
import { wordsOf } from '../../../../tests/support/words';
import { columnNames } from '../../../foundation/store/tables';
import { interpolate } from '../../engine/interpolate';
import { problemsOf } from '../../flow/problems';
import { parseUntrusted } from '../../flow/untrusted-json';
import { moduleOf, modules } from '../../modules';
import { fromTypebot } from './convert';
import { typebotIn } from './read-typebot';

const FILES = join(import.meta.dirname, '../../../../tests/fixtures/typebot');
const files = readdirSync(FILES);

function contentOf(name: string) {
  const content = typebotIn(parseUntrusted(readFileSync(join(FILES, name), 'utf8')));
  return content ?? expect.unreachable(`${name} is no export of Typebot.`);
}

const read = (name: string, language: Language = 'en') => fromTypebot(contentOf(name), language);

describe.each(files)('%s', (name) => {
  it.each(['en', 'de'] as const)('has each block once in its report (%s)', (language) => {
    const content = contentOf(name);
    const text = readFileSync(join(FILES, name), 'utf8');
    const { report } = fromTypebot(content, language);
    TypebotReport.parse(report);
    const ids = blockIdsIn(text);
    expect(ids.length).toBeGreaterThan(5);
    expect(report.blocks.map(({ id }) => id)).toEqual(ids);
    for (const { outcome, reasons } of report.blocks) {
      expect(reasons.length > 0).toBe(outcome !== 'taken');
    }
  });

  it.each(['en', 'de'] as const)('becomes modules that are complete (%s)', (language) => {
    const { graph } = read(name, language);
    Graph.parse(graph);
    for (const { type, settings } of graph.modules) {
      const checked = moduleOf(type)?.settings.safeParse(settings);
      // What nobody but the author can choose: where another chat leads to.
      if (type === 'jump' && settings.experience === '') continue;
      expect(checked?.error?.issues, `${type} ${JSON.stringify(settings)}`).toBeUndefined();
    }
    expect(graph.start).not.toBeNull();
  });

  it('tells nothing of what is secret or of people', () => {
    const told = JSON.stringify(read(name));
    for (const secret of [
      'SECRET',
      'secret-credentials',
      'somebody paid',
      'ann@example.org',
      'pw@',
    ]) {
      expect(told).not.toContain(secret);
    }
  });
});

function blockIdsIn(text: string): string[] {
  const content = JSON.parse(text);
  const isOld = !Array.isArray(content.groups);
  const groups = isOld ? content.blocks : content.groups;
  const listOf = (value: unknown) => (Array.isArray(value) ? value : []);
  return groups.flatMap((group: { blocks?: { id: string }[]; steps?: { id: string }[] }) =>
    listOf(isOld ? group.steps : group.blocks).map(({ id }) => String(id)),
  );
}

describe('travel.v6.json', () => {
  const { graph, report } = read('travel.v6.json');
  const of = (id: string) => report.blocks.find((block) => block.id === id);
  const module = (wanted: string, at = 0) =>
    graph.modules.filter(({ settings }) => JSON.stringify(settings).includes(wanted))[at];
  const leads = (from: string, branch: string) => {
    const edge = graph.edges.find((each) => each.from === from && each.branch === branch);
    return graph.modules.find(({ id }) => id === edge?.to);
  };

  it('begins with what stood there, marked as left out', () => {
    expect(of('b1')).toMatchObject({ outcome: 'left', reasons: ['service'] });
    expect(graph.modules[0]?.settings.text).toBe(
      '[Webhook: GET https://prices.example/list – “Rate”. Not taken over from Typebot: replace or delete this message.]',
    );
    expect(graph.start).toBe(graph.modules[0]?.id);
  });

  it('keeps words as they are: bold is bold, and what only looks like an expression is none', () => {
    const text = String(module('the sea')?.settings.text);
    expect(text).toContain('We go to **the sea** for');
    const scope = { variables: { price: '5' }, nowMs: 0, timeZone: 'UTC' };
    expect(interpolate(text, scope)).toContain('for ${price} or');
    expect(of('b2')).toMatchObject({ outcome: 'changed', reasons: ['marks_as_formatting'] });
  });

  it('makes a text the question of what follows it, where nothing else leads there', () => {
    expect(module('What is your name?')?.type).toBe('free_text');
    expect(of('b5')).toMatchObject({ outcome: 'taken' });
    // Two ways lead to the number: its question stays a message before it.
    expect(module('For how many nights?')?.type).toBe('message');
    expect(of('b18')?.reasons).toContain('question_added');
  });

  it('takes a wait as a wait, where its length is known', () => {
    const waits = graph.modules.filter(({ type }) => type === 'wait');
    expect(waits.map(({ settings }) => settings.seconds)).toEqual([2]);
    expect(of('b3')).toMatchObject({ outcome: 'taken', reasons: [] });
    expect(of('b38')).toMatchObject({ outcome: 'left', reasons: ['pause_left'] });
  });

  it('divides by chance as the file says', () => {
    const split = graph.modules.find(({ type }) => type === 'ab_split');
    expect(split?.settings).toMatchObject({
      variable: 'variant',
      variants: [
        { id: 'a', name: 'Path A', percent: 30 },
        { id: 'b', name: 'Path B', percent: 70 },
      ],
    });
    expect(of('b24')).toMatchObject({ outcome: 'taken', reasons: [] });
  });

  it('leads each option by its own edge, others to what follows', () => {
    const place = module('Where to, ')?.id ?? '';
    expect(leads(place, 'o1')).toMatchObject({ type: 'set_variables' });
    expect(leads(place, 'o2')).toBe(module('For how many nights?'));
    expect(leads(place, 'o3')).toBe(module('For how many nights?'));
  });

  it('enters a group in its middle by a jump', () => {
    const jump = graph.modules.filter(({ type }) => type === 'jump');
    expect(jump.map(({ settings }) => settings.module)).toEqual([module('Shall we write')?.id]);
  });

  it('gives variables names of their own that are valid', () => {
    const names = graph.modules.flatMap(({ type, settings }) =>
      type === 'set_variables' ? (settings.variables as { variable: string }[]) : [],
    );
    // The last one is called "true" in Typebot, which an expression reads otherwise.
    expect(names.map(({ variable }) => variable)).toEqual([
      'Cost',
      'Greeting',
      'Day',
      'Places',
      'true_2',
      'ID',
    ]);
    expect(module('What is the address of your website?')?.settings.variable).toBe('First_name_2');
    expect(module('Where to, ')?.settings.question).toBe('Where to, ${First_name}?');
  });

  it('works a sum out, takes a text as a text, and leaves a program', () => {
    expect(module('"Cost"')?.settings).toMatchObject({
      variables: [{ expression: 'number(Nights, 0) * 80 + 20' }],
    });
    expect(module('"Greeting"')?.settings).toMatchObject({
      variables: [{ kind: 'text', text: 'Dear ${First_name}!' }],
    });
    expect(of('b12')).toMatchObject({ outcome: 'left', reasons: ['code'] });
  });

  it('says why for whatever changed', () => {
    expect(of('b29')).toMatchObject({ outcome: 'taken', reasons: [] });
    expect(of('b33')?.reasons).toEqual(['list_from_variable', 'question_added']);
    expect(of('b36')).toMatchObject({
      type: 'teleport',
      outcome: 'left',
      reasons: ['unknown_type'],
    });
    expect(of('b37')).toMatchObject({ outcome: 'left', reasons: ['nothing_there'] });
    expect(of('b40')?.reasons).toEqual(['edge_missing']);
  });
});

it('comes back behind the jump that it came by', async () => {
  const sessions = sessionsOn(await openTestStore());
  let turn = await startChat(sessions, read('club.v6-1.json').graph);
  const { sessionId } = turn;
  expect(turn.messages.map(({ message }) => wordsOf(message))).toEqual([
    'Your first evening?',
    'Please choose one answer.',
  ]);
  turn = await sessions.answer(sessionId, picked('o1'));
  expect(turn.messages.map(({ message }) => wordsOf(message))).toContain('And your second?');
  turn = await sessions.answer(sessionId, picked('o2'));
  expect(turn.messages.map(({ message }) => wordsOf(message))).toContain('Pick a board');
  turn = await sessions.answer(sessionId, picked('o3'));
  expect(turn.messages.map(({ message }) => wordsOf(message))).toContain('Yours: Travel');
});

describe('what is no export of Typebot, or a damaged one', () => {
  const group = (...blocks: unknown[]) => ({ id: 'g', title: '', blocks });
  const bot = (groups: unknown, more = {}) => ({ version: '6', groups, edges: [], ...more });
  const error = (content: object) => {
    try {
      fromTypebot(content as never, 'en');
      return null;
    } catch (thrown) {
      return thrown instanceof AppError ? thrown.code : String(thrown);
    }
  };

  it.each([
    [[], false],
    [null, false],
    [{ format: 'chatvault-experience', groups: [], edges: [] }, false],
    [{ groups: {}, edges: [] }, false],
    [{ modules: [], edges: [] }, false],
    [{ groups: [], edges: [] }, true],
    [{ blocks: [], edges: [] }, true],
    [{ typebot: { groups: [], edges: [] } }, true],
  ])('%j looks like one: %s', (content, looks) => expect(typebotIn(content) !== null).toBe(looks));

  it('is refused in the words of what is wrong', () => {
    const text = { id: 'a', type: 'text' };
    expect(error(bot([], { version: '7' }))).toBe('import.unknown_typebot');
    expect(error(bot([], { version: {} }))).toBe('import.unknown_typebot');
    expect(error(bot([group(text, text)]))).toBe('import.duplicate_id');
    expect(error(bot([group(), group()]))).toBe('import.duplicate_id');
    expect(error(bot([group({ type: 'text' })]))).toBe('import.damaged');
    expect(error(bot([group(null)]))).toBe('import.damaged');
    expect(error(bot([group({ id: 'x'.repeat(201), type: 'text' })]))).toBe('import.damaged');
  });

  it('has at most as many modules as an experience can have', () => {
    const said = (count: number) =>
      bot([
        group(
          ...Array.from({ length: count }, (_, at) => ({
            id: `b${at}`,
            type: 'text',
            content: { plainText: `Line ${at}` },
          })),
        ),
      ]);
    expect(fromTypebot(said(5_000), 'en').graph.modules).toHaveLength(5_000);
    expect(error(said(5_001))).toBe('import.too_many_modules');
  });

  it('may go round in a circle of nothing', () => {
    const edges = [{ id: 'e', from: { blockId: 'a' }, to: { groupId: 'g' } }];
    const circle = bot([group({ id: 'a', type: 'text', outgoingEdgeId: 'e' })], { edges });
    const { graph, report } = fromTypebot(circle, 'en');
    expect(graph).toEqual({ start: null, modules: [], edges: [] });
    expect(report.blocks).toMatchObject([{ id: 'a', outcome: 'left' }]);
  });

  it('may go round without asking anything: then a button asks', () => {
    const sets = { variableId: 'v', expressionToEvaluate: '{{N}} + 1' };
    const edges = [
      { id: 'e', from: { blockId: 'b' }, to: { groupId: 'g' } },
      { id: 'f', from: { blockId: 'd' }, to: { groupId: 'h' } },
    ];
    const round = bot(
      [
        group(
          { id: 'a', type: 'Set variable', options: sets },
          { id: 'c', type: 'Condition', items: [{ id: 'i', outgoingEdgeId: 'f', content: {} }] },
          { id: 'b', type: 'Webhook', outgoingEdgeId: 'e' },
        ),
        { id: 'h', blocks: [{ id: 'd', type: 'Jump', options: { groupId: 'h' } }] },
      ],
      { edges, variables: [{ id: 'v', name: 'N' }] },
    );
    const { graph, report } = fromTypebot(round, 'en');
    expect(errorsIn(graph)).toEqual([]);
    expect(report.blocks.filter(({ reasons }) => reasons.includes('loop_waits'))).toMatchObject([
      { id: 'a' },
      { id: 'd' },
    ]);
    const chat = new BareChat(graph).start().answer(picked('o1')).answer(picked('o1'));
    expect(chat.said.filter((words) => words === 'Ready?')).toHaveLength(3);
  });

  it('begins with the first block where the start leads nowhere', () => {
    const name = 'gym.v5.json';
    const file = readFileSync(join(FILES, name), 'utf8').replace(
      /"edges":\s*\[/,
      '"edges":[],"old":[',
    );
    const first = JSON.parse(file);
    first.groups[1].blocks[0].items = [];
    const { graph, report } = fromTypebot(first, 'en');
    expect(graph.start).toBe(graph.modules[0]?.id);
    expect(report.notes).toContain('start_guessed');
    expect(errorsIn(graph)).toEqual([]);
  });

  it.each([
    ['Which days?', ' '],
    ['Which days?', '{{Unknown}}'],
    ['x'.repeat(4_501), ' '],
    ['x'.repeat(5_000), 'First'],
  ])('asks for two days in different words: %#', (question, label) => {
    const text = { richText: [{ type: 'p', children: [{ text: question }] }] };
    const options = {
      isRange: true,
      labels: { from: label, to: label === 'First' ? 'Last' : label },
    };
    const content = contentOf('gym.v5.json');
    const [group] = content.groups as { blocks: unknown[] }[];
    expect(group).toBeDefined();
    const blocks = [
      { id: 'said', type: 'text', content: text },
      { id: 'days', type: 'date input', options },
    ];
    const { graph } = fromTypebot({ ...content, groups: [{ ...group, blocks }], edges: [] }, 'en');
    const asked = graph.modules.filter(({ type }) => type === 'date');
    const words = asked.map(({ settings }) => settings.question);
    expect(words).toHaveLength(2);
    expect(new Set(words).size).toBe(2);
    expect(errorsIn(graph)).toEqual([]);
  });

  it.each([
    ['a number of a million', 999_999.5],
    ['a number beyond all', -1e21],
    ['a text as long as a setting takes', 'x'.repeat(5_000)],
  ])('makes nothing that cannot be played of %s, in whichever place', (_, value) => {
    for (const name of files) {
      const source = readFileSync(join(FILES, name), 'utf8');
      for (const [place] of placesIn(JSON.parse(source)).entries()) {
        const content = JSON.parse(source);
        const { holder, key } = placesIn(content)[place] ?? expect.unreachable();
        holder[key] = value;
        const invalid = refusal(content)?.graph.modules.filter(
          ({ type, settings }) => moduleOf(type)?.settings.safeParse(settings).success !== true,
        );
        expect(invalid ?? []).toEqual([]);
      }
    }
  });

  it('reads any values in any place, and still tells of each block', () => {
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('e0', 'g1', 'b1', '{{Place}}'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), values), { minLength: 1, maxLength: 6 }),
        (name, changes) => {
          const content = JSON.parse(readFileSync(join(FILES, name), 'utf8'));
          const places = placesIn(content);
          for (const [place, value] of changes) {
            const { holder, key } = places[place % places.length] ?? expect.unreachable();
            holder[key] = value;
          }
          if (typebotIn(content) !== content) return;
          const read = refusal(content);
          if (read === null) return;
          Graph.parse(read.graph);
          TypebotReport.parse(read.report);
          expect(read.report.blocks.map(({ id }) => id)).toEqual(
            blockIdsIn(JSON.stringify(content)),
          );
          expect(errorsIn(read.graph)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  function refusal(content: Parameters<typeof fromTypebot>[0]) {
    try {
      return fromTypebot(content, 'de');
    } catch (thrown) {
      if (thrown instanceof AppError) return null;
      throw thrown;
    }
  }
});

/** Every field of a value, at any depth. */
function placesIn(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** What keeps a draft from being played, but for a file in which nothing is. */
function errorsIn(graph: Graph) {
  return problemsOf(graph, { modules, policy: [], columnsOf: columnNames }).filter(
    ({ severity, code }) => severity === 'error' && code !== 'empty_flow',
  );
}

describe.each(files)('%s, played', (name) => {
  it('has no error, and can be played', async () => {
    const { graph } = read(name);
    expect(errorsIn(graph)).toEqual([]);
    const sessions = sessionsOn(await openTestStore());
    for (let seed = 1; seed <= 5; seed++) {
      const said = await playByChance(sessions, graph, new Random(seed));
      expect(said.length).toBeGreaterThan(1);
      // What was left out is quoted as it was; nothing else shows Typebot's notation.
      const own = said.filter((words) => !words.startsWith('['));
      expect(own.join()).not.toContain('{{');
    }
  });
});
