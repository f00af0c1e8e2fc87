import { describe, expect, it } from 'vitest';
import { Language, SampleId } from '../../../preload/contract';
import { bundledWorker } from '../../../tests/support/bundle';
import { unlockedDesks } from '../../../tests/support/desk';
import { columnNames } from '../../foundation/store/tables';
import { problemsOf } from '../flow/problems';
import { modules } from '../modules';
import { listSamples, sampleOf } from './samples';

/** No node of the builder is smaller, in pixels. */
const NODE = { width: 256, height: 72 };

const unlockedDesk = unlockedDesks(await bundledWorker());

const all = SampleId.options.flatMap((id) =>
  Language.options.map((language) => [id, language] as const),
);

describe.each(all)('the sample %s in %s', (id, language) => {
  const { graph } = sampleOf(id, language);

  it('has no problem of any kind', () => {
    expect(problemsOf(graph, { modules, policy: [], columnsOf: columnNames })).toEqual([]);
  });

  it('lies tidily on the canvas', () => {
    const places = graph.modules.map(({ position }) => position);
    const overlaps = places.flatMap((a, at) =>
      places
        .slice(at + 1)
        .filter((b) => Math.abs(a.x - b.x) < NODE.width && Math.abs(a.y - b.y) < NODE.height),
    );
    expect(overlaps).toEqual([]);
  });

  it('is the same flow in the other language, with other words', () => {
    const other = sampleOf(id, language === 'en' ? 'de' : 'en');
    const shapeOf = ({ start, modules, edges }: typeof graph) => ({
      start,
      modules: modules.map(({ id, type, settings }) => [id, type, Object.keys(settings)]),
      edges,
    });
    expect(shapeOf(graph)).toEqual(shapeOf(other.graph));
    expect(JSON.stringify(graph)).not.toBe(JSON.stringify(other.graph));
  });
});

describe('the samples', () => {
  it('are listed with their names and descriptions in the language asked for', () => {
    const english = listSamples('en');
    expect(english.map(({ id }) => id)).toEqual(SampleId.options);
    for (const [at, { name, description }] of listSamples('de').entries()) {
      expect(description).toMatch(/\.$/);
      expect(description).not.toBe(english[at]?.description);
      expect(name).not.toBe('');
    }
  });

  it('become experiences that share no id with each other', async () => {
    const desk = await unlockedDesk();
    const create = () =>
      desk.get('experiences.create', {
        name: 'Our raffle',
        sample: { id: 'trade-fair-raffle', language: 'de' },
      });
    const [first, second] = [await create(), await create()];
    // Which privacy notice is theirs, no sample can know.
    const problems = [{ code: 'privacy_notice_missing', severity: 'privacy' }];
    expect(first).toMatchObject({ name: 'Our raffle', problems });
    expect(first.draft.modules.map(({ type }) => type)).toEqual(
      sampleOf('trade-fair-raffle', 'de').graph.modules.map(({ type }) => type),
    );
    const idsIn = (draft: typeof first.draft) => [
      ...draft.modules.map(({ id }) => id),
      ...draft.modules.flatMap(({ settings }) =>
        [settings.giveaways].flat().map((each) => (each as { id?: string } | undefined)?.id),
      ),
    ];
    const ids = idsIn(first.draft).filter((id) => id !== undefined);
    expect(ids.length).toBeGreaterThan(first.draft.modules.length);
    expect(ids.filter((id) => idsIn(second.draft).includes(id))).toEqual([]);
    const { messages } = await desk.get('chat.start', { experienceId: first.id, language: 'de' });
    expect(messages[0]?.message).toMatchObject({ text: expect.stringContaining('Willkommen') });
  });
});
