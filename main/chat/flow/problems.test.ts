import { describe, expect, it } from 'vitest';
import type { Graph, Problem } from '../../../preload/contract';
import de from '../../../resources/samples/hello-world.de.json';
import en from '../../../resources/samples/hello-world.en.json';
import {
  asksEmail,
  chain,
  edge,
  ends,
  graph,
  lessonGraph,
  links,
  node,
  offers,
  raffles,
  ref,
  says,
} from '../../../tests/support/graphs';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import { problemsOf } from './problems';

const OFF = [{ moduleId: null, table: null, enabled: false, days: null }];

const problems = (draft: Graph, storesData = true): Problem[] =>
  problemsOf(draft, { modules, policy: storesData ? [] : OFF, columnsOf: columnNames }).filter(
    ({ severity }) => severity !== 'privacy',
  );

/** Each problem in short: severity, code, module, and what it is about. */
const found = (draft: Graph, storesData = true): string[] =>
  problems(draft, storesData).map(({ severity, code, moduleId, field, params }) =>
    [severity, code, moduleId, field, ...Object.values(params)].filter(Boolean).join(' '),
  );

describe('an experience without problems', () => {
  it.each([
    ['the English sample', en.graph],
    ['the German sample', de.graph],
  ])('is %s, but for the link that ends the chat', (_, sample) => {
    expect(found(sample)).toEqual([]);
  });

  it('is that of the lesson', () => {
    expect(found(lessonGraph())).toEqual([]);
  });

  it('is one whose loop waits for the participant', () => {
    const draft = graph(
      [says('a'), offers('b', 'again', 'stop'), ends('c')],
      [edge('a', 'next', 'b'), edge('b', 'again', 'a'), edge('b', 'stop', 'c')],
    );
    expect(found(draft)).toEqual([]);
  });
});

describe('a start', () => {
  it('is needed', () => {
    expect(found({ start: null, modules: [], edges: [] })).toEqual(['error empty_flow']);
    expect(found({ start: null, modules: [says('a')], edges: [] })).toEqual(['error no_start']);
    expect(found({ start: 'gone', modules: [says('a')], edges: [] })).toEqual(['error no_start']);
  });
});

describe('a module', () => {
  it('of an unknown kind is an error, and does not hide what is wrong elsewhere', () => {
    const draft = chain(says('a', ''), node('b', 'constructor'));
    expect(found(draft)).toEqual([
      'error unknown_module_type b constructor',
      'error setting_missing a text',
    ]);
  });

  it('that nobody can come to is a warning', () => {
    expect(found(graph([says('a'), says('b')]))).toEqual(['warning unreachable b']);
    const island = graph(
      [says('a'), says('b'), offers('c', 'x')],
      [edge('b', 'next', 'c'), edge('c', 'x', 'b')],
    );
    expect(found(island)).toEqual(['warning unreachable b', 'warning unreachable c']);
  });

  it('with a missing text is an error at its field', () => {
    expect(found(chain(says('a', ' ')))).toEqual(['error setting_missing a text']);
    expect(found(chain(node('a', 'message')))).toEqual(['error setting_missing a text']);
  });

  it('with a wrong setting is an error at its field', () => {
    expect(found(chain(node('a', 'message', { text: 42 })))).toEqual([
      'error setting_invalid a text',
    ]);
    expect(found(chain(says('a', 'x'.repeat(5_001))))).toEqual(['error setting_invalid a text']);
  });

  it('with an empty list is an error, and in a list the field is named without its position', () => {
    expect(found(chain(offers('a')))).toEqual(['error list_too_short a options 1']);
    const blank = node('a', 'choice', { question: 'Q', options: [{ id: 'x', label: '' }] });
    expect(found(chain(blank))).toContain('error setting_missing a options.label 1');
  });

  it('with an address that is not https is an error', () => {
    expect(found(chain(links('a', 'http://example.com')))).toContain('error not_https a url');
    expect(found(chain(links('a', `https://${ref('email')}/`)))).toContain(
      'error setting_invalid a url',
    );
  });
});

describe('an edge', () => {
  it('that leads to nothing is a warning', () => {
    expect(found(graph([says('a')], [edge('a', 'next', 'gone')]))).toEqual([
      'warning dangling_edge a next',
    ]);
  });

  it('from a branch that the module does not offer is a warning, and leads nowhere', () => {
    const draft = graph([offers('a', 'x'), says('b')], [edge('a', 'removed', 'b')]);
    expect(found(draft)).toEqual([
      'warning unreachable b',
      'warning dangling_edge a removed',
      'warning branch_unconnected a The x x',
    ]);
  });

  it('is missed at each option of a choice, but not at a branch that may end the chat', () => {
    const draft = graph([offers('a', 'x', 'y'), says('b')], [edge('a', 'x', 'b')]);
    expect(found(draft)).toEqual(['warning branch_unconnected a The y y']);
  });
});

describe('a variable', () => {
  const giveawayAfter = (...before: Parameters<typeof chain>): string[] =>
    found(chain(...before, raffles('g')));

  it('that a module needs has to be set before it', () => {
    const missing = 'error variable_needed_before g email email';
    expect(giveawayAfter(says('a'))).toEqual([missing]);
    expect(giveawayAfter(asksEmail('a'))).toEqual([]);
    expect(giveawayAfter(asksEmail('a'), says('b'))).toEqual([]);
    expect(found(chain(raffles('g'), asksEmail('a')))).toEqual([missing]);
  });

  it('has to be set on every way, not on one of them', () => {
    const modules = [offers('a', 'x', 'y'), asksEmail('b'), says('c'), raffles('g')];
    const edges = [
      edge('a', 'x', 'b'),
      edge('a', 'y', 'c'),
      edge('b', 'next', 'g'),
      edge('c', 'next', 'g'),
    ];
    expect(found(graph(modules, edges))).toEqual(['error variable_needed_before g email email']);
    const both = modules.map((each) => (each.id === 'c' ? asksEmail('c') : each));
    expect(found(graph(both, edges))).toEqual([]);
  });

  it('is still missing when a way back around reaches the module with it set', () => {
    const draft = graph(
      [offers('a', 'x', 'y'), raffles('g'), asksEmail('e')],
      [edge('a', 'x', 'g'), edge('a', 'y', 'e'), edge('g', 'next', 'e'), edge('e', 'next', 'a')],
    );
    expect(found(draft)).toEqual(['error variable_needed_before g email email']);
  });

  it('that a text mentions and nothing sets is a warning, once per module', () => {
    const draft = chain(says('a', `${ref('nick')} ${ref('nick')} ${ref('email')}`), asksEmail('b'));
    expect(found(draft)).toEqual(['warning unknown_variable a text nick']);
  });

  it('is looked for in the texts of lists too', () => {
    const draft = chain(
      node('a', 'choice', { question: 'Q', options: [{ id: 'x', label: ref('nick') }] }),
    );
    expect(found(draft)).toContain('warning unknown_variable a options.label nick');
  });

  it('is looked for inside expressions', () => {
    const draft = chain(says('a', ref('upper(nick) + email')), asksEmail('b'));
    expect(found(draft)).toEqual(['warning unknown_variable a text nick']);
  });

  it('is looked for in the fields that are expressions, each with its place', () => {
    const variables = [
      { id: 'x', variable: 'points', kind: 'expression', expression: 'size(nick) + 1' },
      { id: 'y', variable: 'email', kind: 'text', text: 'nick', expression: 'ignored + 1' },
    ];
    expect(found(chain(node('a', 'set_variables', { variables })))).toEqual([
      'warning unknown_variable a variables.expression nick',
    ]);
    const rules = [
      { id: 'x', label: 'X', operator: 'expression', expression: 'nick == "Ann"' },
      { id: 'y', label: 'Y', operator: 'is', variable: 'color', value: 'blue' },
    ];
    const conditions = found(chain(node('a', 'condition', { rules })));
    expect(conditions.filter((each) => each.includes('unknown'))).toEqual([
      'warning unknown_variable a rules.expression nick',
      'warning unknown_variable a rules.variable color',
    ]);
  });

  it('is looked for in expressions while other settings are still to be made', () => {
    const rules = [{ id: 'x', label: '', operator: 'expression', expression: 'nick == "Ann"' }];
    expect(found(chain(node('a', 'condition', { rules })))).toContain(
      'warning unknown_variable a rules.expression nick',
    );
  });

  it.each(['constructor', '__proto__', 'toString'])('is not %s', (name) => {
    expect(found(chain(says('a', ref(name))))).toEqual([`warning unknown_variable a text ${name}`]);
  });
});

describe('an expression', () => {
  it('in a text that cannot be read is an error, with what and where', () => {
    const draft = chain(says('a', `Hi ${ref('points +')}`));
    expect(problems(draft)).toEqual([
      {
        severity: 'error',
        code: 'expression_invalid',
        moduleId: 'a',
        field: 'text',
        params: { expression: 'points +', position: '9', context: 'syntax' },
      },
    ]);
  });

  it('is looked for in the texts of lists too, and quoted in part when it is long', () => {
    const long = `shout(${'"x" + '.repeat(20)}"x")`;
    const draft = chain(
      node('a', 'choice', { question: 'Q', options: [{ id: 'x', label: ref(long) }] }),
    );
    expect(problems(draft)[0]).toMatchObject({
      field: 'options.label',
      params: { expression: `${long.slice(0, 60)}…`, position: '1', context: 'unknown_function' },
    });
  });
});

describe('an endless loop', () => {
  it('is an error at each module that takes part in it, and at no other', () => {
    const draft = graph(
      [says('before'), says('a'), says('b'), raffles('c'), says('after')],
      [
        edge('before', 'next', 'a'),
        edge('a', 'next', 'b'),
        edge('b', 'next', 'c'),
        edge('c', 'already', 'a'),
        edge('c', 'next', 'after'),
      ],
    );
    expect(found(draft).filter((line) => line.includes('loop'))).toEqual([
      'error endless_loop a',
      'error endless_loop b',
      'error endless_loop c',
    ]);
  });

  it('is a module that leads to itself', () => {
    expect(found(graph([says('a')], [edge('a', 'next', 'a')]))).toEqual(['error endless_loop a']);
  });

  it('that nobody can come to is only unreachable', () => {
    const draft = graph([says('a'), says('b')], [edge('b', 'next', 'b')]);
    expect(found(draft)).toEqual(['warning unreachable b']);
  });
});

describe('a limit', () => {
  it('cannot be held while nothing is stored, and the builder says so', () => {
    const warning = ['warning limit_not_enforced giveaway'];
    expect(found(lessonGraph(), false)).toEqual(warning);
    expect(found(lessonGraph({ limit: 'daily' }), false)).toEqual(warning);
    expect(found(lessonGraph({ limit: 'unlimited' }), false)).toEqual([]);
  });
});

it('lists errors before warnings', () => {
  const severities = problems(graph([says('a', ref('x')), says('b', '')])).map(
    (each) => each.severity,
  );
  expect(severities).toEqual(['error', 'warning', 'warning']);
});
