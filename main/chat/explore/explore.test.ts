import { describe, expect, it } from 'vitest';
import { type Graph, Language, SampleId } from '../../../preload/contract';
import {
  ASKING,
  chain,
  edge,
  ends,
  graph,
  jumps,
  node,
  offers,
  ref,
  says,
} from '../../../tests/support/graphs';
import { NOW_MS } from '../../../tests/support/now';
import { sampleOf } from '../experiences/samples';
import { explore } from './explore';

const gone = (draft: Graph, changes: { maxTurns?: number; isOff?: () => boolean } = {}) =>
  explore(
    { graph: draft, library: new Map(), isOff: changes.isOff ?? (() => false) },
    {
      nowMs: NOW_MS,
      timeZone: 'Europe/Berlin',
      maxTurns: changes.maxTurns ?? 5_000,
      pause: async () => undefined,
      isLate: () => false,
    },
  );
const takenIn = ({ branches }: Awaited<ReturnType<typeof gone>>): string[] =>
  branches
    .map(({ moduleId, branch, needs }) => [`${moduleId}.${branch}`, ...needs].join(' '))
    .sort();

describe('ways through a draft', () => {
  it('takes each option, and tells an end from a branch that leads nowhere', async () => {
    const found = await gone(
      graph([offers('ask', 'red', 'blue'), ends('bye')], [edge('ask', 'red', 'bye')]),
    );
    expect(takenIn(found)).toEqual(['ask.blue', 'ask.red']);
    expect(found.isComplete).toBe(true);
    expect(found.paths.map(({ end, lastModuleId }) => `${end} ${lastModuleId}`).sort()).toEqual([
      'ended bye',
      'open ask',
    ]);
  });

  it('finds the numbers and words that conditions ask for', async () => {
    const rules = [
      { id: 'old', label: 'Old', operator: 'expression', expression: 'years >= 65' },
      { id: 'ada', label: 'Magic', variable: 'word', operator: 'is', value: 'Abrakadabra' },
    ];
    const found = await gone(
      graph(
        [
          node('years', 'number', { ...ASKING, invalid: 'No.', variable: 'years' }),
          node('word', 'free_text', { ...ASKING, invalid: 'No.', variable: 'word' }),
          node('decide', 'condition', { rules }),
        ],
        [edge('years', 'next', 'word'), edge('word', 'next', 'decide')],
      ),
    );
    expect(takenIn(found)).toEqual(
      expect.arrayContaining(['decide.old', 'decide.ada', 'decide.else']),
    );
  });

  it('says what else than answers a branch needs', async () => {
    const dates = node('dates', 'date_window', { from: '2031-01-01', until: '2031-02-01' });
    expect(takenIn(await gone(graph([dates])))).toEqual([
      'dates.after time',
      'dates.before',
      'dates.during time',
    ]);
    const raffle = sampleOf('trade-fair-raffle', 'en').graph;
    const needs = (await gone(raffle)).branches
      .map((each) => each.needs)
      .filter((each) => each.length);
    expect(needs).toContainEqual(['again']);
  });

  it('speaks each language of the experience, so that rules about it are taken', async () => {
    const rules = [
      { id: 'de', label: 'German', variable: 'language', operator: 'is', value: 'de' },
    ];
    const found = await gone({
      ...graph([node('decide', 'condition', { rules })]),
      settings: { allowsBack: true, languages: { main: 'en', others: ['de'] } },
    });
    expect(takenIn(found)).toEqual(['decide.de language', 'decide.else']);
    expect(found.paths.map(({ language }) => language).sort()).toEqual(['de', null]);
  });

  it('takes each variant of a split, and comes while it is open and while it is closed', async () => {
    const variants = [10, 30, 60].map((percent, at) => ({ id: `v${at}`, name: `${at}`, percent }));
    const hours = [{ id: 'h', days: ['mon', 'wed'], from: '09:00', to: '18:00' }];
    const found = await gone(
      graph(
        [node('split', 'ab_split', { variants }), node('hours', 'opening_hours', { hours })],
        [edge('split', 'v0', 'hours')],
      ),
    );
    const taken = found.branches.map(({ moduleId, branch }) => `${moduleId}.${branch}`).sort();
    expect(taken).toEqual(['hours.closed', 'hours.open', 'split.v0', 'split.v1', 'split.v2']);
  });

  it('reaches no module that only an impossible rule leads to', async () => {
    const rules = [{ id: 'never', label: 'Never', operator: 'expression', expression: '1 > 2' }];
    const draft = graph(
      [node('decide', 'condition', { rules }), says('secret'), ends('bye')],
      [edge('decide', 'never', 'secret'), edge('decide', 'else', 'bye')],
    );
    const found = await gone(draft);
    expect(found.modules.map(({ id }) => id).sort()).toEqual(['bye', 'decide']);
    expect(takenIn(found)).toEqual(['decide.else']);
  });

  it('goes round in circles no longer than it may, and says so', async () => {
    const draft = graph(
      [offers('ask', 'again'), says('say', `Hi ${ref('x')}`), jumps('back', 'module', 'ask')],
      [edge('ask', 'again', 'say'), edge('say', 'next', 'back')],
    );
    const found = await gone(draft);
    expect(found.isComplete).toBe(true);
    expect(found.paths.every(({ end }) => end === 'asks')).toBe(true);
    expect((await gone(sampleOf('customer-survey', 'en').graph, { maxTurns: 20 })).isComplete).toBe(
      false,
    );
  });

  it('stores nothing where storing is off, and goes where that leads', async () => {
    const { graph: raffle } = sampleOf('trade-fair-raffle', 'de');
    const found = await gone(raffle, { isOff: () => true });
    expect(found.branches.some(({ needs }) => needs.includes('again'))).toBe(false);
  });

  it.each(SampleId.options)(
    'takes every branch of the sample %s but that of a raffle that never rests',
    async (id) => {
      for (const language of Language.options) {
        const { graph: sample } = sampleOf(id, language);
        const found = await gone(sample, { maxTurns: 20_000 });
        const taken = new Set(
          found.branches.map(({ moduleId, branch }) => `${moduleId} ${branch}`),
        );
        const missed = sample.edges.filter(({ from, branch }) => !taken.has(`${from} ${branch}`));
        expect(missed.every(({ branch }) => branch === 'inactive')).toBe(true);
      }
    },
  );

  it('plays a chain to its end in one way', async () => {
    const found = await gone(chain(says('a'), says('b'), ends('c')));
    expect(found.paths).toHaveLength(1);
    expect(found.paths[0]).toMatchObject({ steps: [], end: 'ended', lastModuleId: 'c', needs: [] });
  });
});
