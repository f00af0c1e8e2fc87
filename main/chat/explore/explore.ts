import { chatSettings, type Exploration, type Graph } from '../../../preload/contract';
import { compile, type Library } from '../engine/program';
import { inLanguage } from '../flow/localise';
import { moduleOf } from '../modules';
import { cluesOf, instantsOf } from './clues';
import type { Rules } from './fresh-store';
import { pathsOf } from './paths';
import { type Search, type Start, search } from './search';
import { WatchedProgram } from './watch';

export interface Draft {
  readonly graph: Graph;
  readonly library: Library;
  readonly isOff: Rules['isOff'];
}

type Limits = Pick<Search, 'timeZone' | 'maxTurns' | 'pause' | 'isLate'> & {
  readonly nowMs: number;
};

/**
 * Goes every way through a draft that generated answers lead, and stores nothing: the same draft at the
 * same time gives the same ways, unless it is too late for some.
 *
 * @throws AppError `chat.not_playable`, what `pause` throws
 */
export async function explore(draft: Draft, limits: Limits): Promise<Exploration> {
  const { graph, library, isOff } = draft;
  const { nowMs, timeZone } = limits;
  const { languages } = chatSettings(graph);
  const found = await search({
    ...limits,
    program: new WatchedProgram(compile(graph, moduleOf, library, inLanguage(languages?.main))),
    clues: cluesOf(graph),
    rules: { nowMs, isOff },
    starts: startsOf(graph, nowMs, timeZone),
  });
  return pathsOf(found, nowMs);
}

/** Now, in the main language; then in the others, then at other times. */
function startsOf(graph: Graph, nowMs: number, timeZone: string): Start[] {
  const { languages } = chatSettings(graph);
  const language = languages?.main;
  const others = languages?.others ?? [];
  return [
    { instantMs: nowMs, language, needs: [] },
    ...others.map((other): Start => ({ instantMs: nowMs, language: other, needs: ['language'] })),
    ...instantsOf(graph, nowMs, timeZone).map(
      (instantMs): Start => ({ instantMs, language, needs: ['time'] }),
    ),
  ];
}
