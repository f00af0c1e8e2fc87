import type { Problem } from '../../../preload/contract';
import type { FlowIndex } from './flow-index';
import type { World } from './world';

/**
 * Loops in which no module waits for the participant: the chat would never stop talking.
 *
 * Among the modules that do not wait, those are in a loop that remain after all without a
 * predecessor, and then all without a successor, are taken away again and again (Kahn 1962).
 */
export function loopProblems(flow: FlowIndex, world: World): Problem[] {
  const restless = [...flow.reachable].filter((id) => {
    const module = flow.modules.get(id);
    return !(module && world.waits(module));
  });
  const inside = new Set(restless);
  const next = new Map(
    restless.map((id) => [id, successors(flow, id, world).filter((to) => inside.has(to))]),
  );
  const looping = peel(reversed(peel(next)));
  return [...looping.keys()].map((moduleId) => ({
    severity: 'error',
    code: 'endless_loop',
    moduleId,
    params: {},
  }));
}

/** A jump into an experience that comes back for good, without a question, leads to the start. */
function successors(flow: FlowIndex, id: string, world: World): readonly string[] {
  const { leads } = flow.modules.get(id) ?? {};
  const { start } = flow.graph;
  const comesBack =
    leads?.experienceId !== undefined &&
    !leads.outputs &&
    world.comesBackSilently(leads.experienceId);
  return comesBack && start !== null ? [...flow.successors(id), start] : flow.successors(id);
}

type Arrows = Map<string, string[]>;

/** Takes away every node that no arrow leads to, until each one left has a predecessor. */
function peel(arrows: Arrows): Arrows {
  const incoming = new Map([...arrows.keys()].map((id) => [id, 0]));
  for (const to of [...arrows.values()].flat()) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  const free = [...arrows.keys()].filter((id) => incoming.get(id) === 0);
  const left = new Map(arrows);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    for (const to of left.get(id) ?? []) {
      const count = (incoming.get(to) ?? 0) - 1;
      incoming.set(to, count);
      if (count === 0) free.push(to);
    }
    left.delete(id);
  }
  return left;
}

function reversed(arrows: Arrows): Arrows {
  const back: Arrows = new Map([...arrows.keys()].map((id) => [id, []]));
  for (const [from, targets] of arrows) for (const to of targets) back.get(to)?.push(from);
  return back;
}
