import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatTurn, Graph, Path } from '../../../preload/contract';
import { NOW_MS } from '../../../tests/support/now';
import { sessionsOn } from '../../../tests/support/play';
import { randomGraph } from '../../../tests/support/random-graphs';
import { openTestStore } from '../../../tests/support/store';
import type { StepResult } from '../engine/step';
import { moduleOf } from '../modules';
import { explore } from './explore';
import { SMALL_PICTURE } from './invented';

const limits = {
  nowMs: NOW_MS,
  timeZone: 'Europe/Berlin',
  maxTurns: 150,
  pause: async () => undefined,
  isLate: () => false,
};
/** Long enough for any graph without a loop. */
const MOST_MS = 2_000;
const draft = (graph: Graph) => ({ graph, library: new Map(), isOff: () => false });

/** Plays the answers of a way as somebody would, and notes by the modules' own steps where it went. */
async function play(graph: Graph, path: Path): Promise<Set<string>> {
  const test = await openTestStore();
  const went = new Set<string>();
  const connected = new Set(graph.edges.map(({ from, branch }) => `${from} ${branch}`));
  const note = (moduleId: string, result: StepResult): StepResult => {
    if ('go' in result) {
      const offered = [result.go].flat().map((branch) => `${moduleId} ${branch}`);
      const taken = offered.find((key) => connected.has(key)) ?? offered[0];
      if (taken !== undefined) went.add(taken);
    }
    return result;
  };
  const sessions = sessionsOn(test, {
    registry: (type) => {
      const definition = moduleOf(type);
      if (!definition) return undefined;
      const step: typeof definition.step = (context) =>
        note(context.moduleId, definition.step(context));
      return { ...definition, step };
    },
  });
  const played = { experienceId: 'x', experienceName: 'X', graph, channel: 'preview' as const };
  const at = path.atMs === null ? {} : { pretendedNowMs: path.atMs };
  try {
    let turn: ChatTurn = await sessions.start({ ...played, ...at });
    for (const { moduleId, does } of path.steps) {
      expect(turn.waitingModuleId).toBe(moduleId);
      const { sessionId } = turn;
      if (does.kind === 'opens') turn = await sessions.openLink(sessionId);
      else if (does.kind === 'waits') turn = await sessions.idle(sessionId);
      else if (does.kind === 'uploads') {
        const bytes = SMALL_PICTURE.slice();
        turn = await sessions.answer(sessionId, { kind: 'file', name: 'picture.png', bytes });
      } else turn = await sessions.answer(sessionId, does.answer);
    }
    expect(turn.ended).toBe(path.end !== 'asks');
  } catch (error) {
    if (path.end !== 'failed') throw error;
  }
  return went;
}

describe('the explorer', () => {
  it('reports no branch that a real play of its answers does not take', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, async (graph) => {
        // Ways around a loop take seconds each: what is found of them by then is reported.
        const endMs = performance.now() + MOST_MS;
        const isLate = (): boolean => performance.now() > endMs;
        const exploration = await explore(draft(graph), { ...limits, isLate });
        const plain = exploration.paths.filter(({ needs }) =>
          needs.every((need) => need === 'time'),
        );
        for (const path of plain.slice(0, 4)) {
          const went = await play(graph, path);
          for (const { moduleId, branch } of path.taken)
            expect(went).toContain(`${moduleId} ${branch}`);
        }
        for (const { moduleId, branch, needs, path } of exploration.branches) {
          const taken = exploration.paths[path]?.taken ?? [];
          expect(taken).toContainEqual({ moduleId, branch });
          for (const need of needs) expect(exploration.paths[path]?.needs).toContain(need);
        }
      }),
      { numRuns: 20 },
    );
  }, 300_000);

  it('finds the same ways again', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph, async (graph) => {
        const once = await explore(draft(graph), limits);
        expect(await explore(draft(graph), limits)).toEqual(once);
      }),
      { numRuns: 8 },
    );
  }, 300_000);
});
