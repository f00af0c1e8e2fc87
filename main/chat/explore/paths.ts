import type { Exploration, Path, PathNeed, PathStep } from '../../../preload/contract';
import type { Found, Leg, Place } from './search';
import { legsTo, needsOf } from './search';

interface Reached {
  readonly leg: Leg;
  readonly needs: readonly PathNeed[];
}

/** Ways that take together every branch that was taken, each to an end where one is known. */
export function pathsOf({ legs, turns, isComplete }: Found, nowMs: number): Exploration {
  const modules = new Map<string, Reached>();
  const branches = new Map<string, Reached & { moduleId: string; branch: string }>();
  for (const leg of legs) {
    const needs = needsOf(leg);
    for (const id of leg.modules) note(modules, id, { leg, needs });
    for (const { moduleId, branch } of leg.taken) {
      note(branches, keyOf(moduleId, branch), { leg, needs, moduleId, branch });
    }
  }
  const toEnd = continuations(legs);
  const paths: Path[] = [];
  const pathOfBranch = new Map<string, number>();
  const reached = [...branches].sort(([, a], [, b]) => depthOf(b.leg) - depthOf(a.leg));
  for (const [key, { leg }] of reached) {
    if (pathOfBranch.has(key)) continue;
    const path = pathOf([...legsTo(leg), ...onward(leg, toEnd)], nowMs);
    for (const { moduleId, branch } of path.taken) {
      const taken = keyOf(moduleId, branch);
      if (isFor(branches.get(taken), path))
        pathOfBranch.set(taken, pathOfBranch.get(taken) ?? paths.length);
    }
    pathOfBranch.set(key, pathOfBranch.get(key) ?? paths.length);
    paths.push(path);
  }
  for (const path of pathsWithout(legs, paths, nowMs)) paths.push(path);
  return {
    paths,
    modules: [...modules].map(([id, { needs }]) => ({ id, needs: [...needs] })),
    branches: [...branches].map(([key, { moduleId, branch, needs }]) => ({
      moduleId,
      branch,
      needs: [...needs],
      path: pathOfBranch.get(key) ?? 0,
    })),
    turns,
    isComplete,
  };
}

/** Whether a branch needs as much on this way as on any. */
function isFor(reached: Reached | undefined, { needs }: Path): boolean {
  return reached !== undefined && needs.every((need) => reached.needs.includes(need));
}

/** A chat that fails, or that ends where no branch was taken, is told of as well. */
function pathsWithout(legs: readonly Leg[], paths: readonly Path[], nowMs: number): Path[] {
  const told = new Set(paths.map(({ end, lastModuleId }) => `${end} ${lastModuleId}`));
  return legs.flatMap((leg) => {
    if (!('ending' in leg.to) || told.has(`${leg.to.ending} ${leg.to.moduleId}`)) return [];
    told.add(`${leg.to.ending} ${leg.to.moduleId}`);
    return [pathOf(legsTo(leg), nowMs)];
  });
}

function note<R extends Reached>(reached: Map<string, R>, key: string, next: R): void {
  const before = reached.get(key);
  if (!before || next.needs.length < before.needs.length) reached.set(key, next);
}

function keyOf(moduleId: string, branch: string): string {
  return `${moduleId} ${branch}`;
}

function depthOf({ from }: Leg): number {
  return from === null ? 0 : from.depth + 1;
}

/** From each question the leg that leads to an end soonest, and needs nothing but answers. */
function continuations(legs: readonly Leg[]): ReadonlyMap<Place, Leg> {
  const into = new Map<Place, Leg[]>();
  for (const leg of legs) {
    if ('ending' in leg.to || leg.needs.length > 0) continue;
    const list = into.get(leg.to);
    if (list) list.push(leg);
    else into.set(leg.to, [leg]);
  }
  const toEnd = new Map<Place, Leg>();
  const ends = legs.filter(
    ({ to, needs }) => 'ending' in to && to.ending !== 'failed' && needs.length === 0,
  );
  for (let wave: readonly Leg[] = ends; wave.length > 0; ) {
    const next: Leg[] = [];
    for (const leg of wave) {
      if (leg.from === null || toEnd.has(leg.from)) continue;
      toEnd.set(leg.from, leg);
      next.push(...(into.get(leg.from) ?? []));
    }
    wave = next;
  }
  return toEnd;
}

function onward({ to }: Leg, toEnd: ReadonlyMap<Place, Leg>): Leg[] {
  const way: Leg[] = [];
  for (let place: Leg['to'] = to; !('ending' in place); ) {
    const leg = toEnd.get(place);
    if (!leg) break;
    way.push(leg);
    place = leg.to;
  }
  return way;
}

function pathOf(legs: readonly Leg[], nowMs: number): Path {
  const last = legs.at(-1);
  const start = legs[0]?.start;
  const instantMs = start?.instantMs ?? nowMs;
  const end = last && 'ending' in last.to ? last.to : null;
  return {
    steps: legs.flatMap(stepOf),
    atMs: instantMs === nowMs ? null : instantMs,
    language: start?.needs.includes('language') ? (start.language ?? null) : null,
    needs: [...new Set(legs.flatMap(({ needs }) => needs))],
    end: end?.ending ?? 'asks',
    lastModuleId: last?.modules.at(-1) ?? null,
    taken: legs.flatMap(({ taken }) => taken.map(({ moduleId, branch }) => ({ moduleId, branch }))),
  };
}

function stepOf({ from, input }: Leg): PathStep[] {
  if (from === null) return [];
  const { moduleId } = from.state;
  if (input.kind === 'linkOpened') return [{ moduleId, does: { kind: 'opens' } }];
  if (input.kind !== 'answer') return [{ moduleId, does: { kind: 'waits' } }];
  const { answer } = input;
  if (answer.kind === 'file') return [{ moduleId, does: { kind: 'uploads' } }];
  return [{ moduleId, does: { kind: 'answers', answer } }];
}
