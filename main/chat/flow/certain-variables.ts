import { chatSettings, LANGUAGE_VARIABLE } from '../../../preload/contract';
import { namesOf } from '../modules/define-module';
import type { FlowIndex, FlowModule } from './flow-index';
import type { World } from './world';

/**
 * Which variables are set on every way: a forward data-flow analysis that starts from "everything"
 * and only ever takes away, until nothing changes.
 */
export class CertainVariables {
  readonly #world: World;
  readonly #atEnds = new Map<string, ReadonlySet<string>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** For each reachable module, what is set on every way to it. */
  before(flow: FlowIndex): Map<string, Set<string>> {
    const { start } = flow.graph;
    const before = new Map<string, Set<string>>();
    const known = knownFromTheStart(flow);
    if (start === null || !flow.reachable.has(start)) return before;
    before.set(start, new Set(known));
    const changed = [start];
    for (let id = changed.pop(); id !== undefined; id = changed.pop()) {
      const afterBy = this.#leaving(flow.modules.get(id), before.get(id) ?? new Set(), known);
      for (const { branch, to: next } of flow.waysOut(id)) {
        const after = afterBy(branch);
        const earlier = before.get(next);
        const both = earlier ? intersection(earlier, after) : after;
        if (earlier?.size === both.size) continue;
        before.set(next, both);
        changed.push(next);
      }
    }
    return before;
  }

  /** What is set after leaving a module by a branch, of which there may be very many. */
  #leaving(
    module: FlowModule | undefined,
    arrived: Set<string>,
    known: ReadonlySet<string>,
  ): (branch: string | null) => Set<string> {
    if (!module) return () => arrived;
    const { leavesUnset = [], forgetsOn = [] } = module.definition;
    const set = new Set([...arrived, ...this.#setBy(module)]);
    const nothing = new Set(known);
    return (branch) => {
      if (branch === null) return set;
      if (forgetsOn.includes(branch)) return nothing;
      return leavesUnset.includes(branch) ? arrived : set;
    };
  }

  /** What the module sets, and what it brings back from where it leads. */
  #setBy({ definition, settings, leads }: FlowModule): readonly string[] {
    const own = namesOf(definition.sets, settings);
    if (leads?.experienceId === undefined || !leads.outputs?.length) return own;
    const there = this.#atEndOf(leads.experienceId);
    return [...own, ...leads.outputs.flatMap(({ from, to }) => (there.has(from) ? [to] : []))];
  }

  /** What is set wherever the experience ends. */
  #atEndOf(experienceId: string): ReadonlySet<string> {
    const known = this.#atEnds.get(experienceId);
    if (known) return known;
    // Nothing is certain of experiences that call each other; they are a problem of their own.
    this.#atEnds.set(experienceId, new Set());
    const flow = this.#world.flow(experienceId);
    const found = flow ? this.#atEnd(flow) : new Set<string>();
    this.#atEnds.set(experienceId, found);
    return found;
  }

  #atEnd(flow: FlowIndex): Set<string> {
    const before = this.before(flow);
    const ends = [...flow.reachable].flatMap((id) => {
      const module = flow.modules.get(id);
      const { leads } = module ?? {};
      // Where it goes on elsewhere for good, its variables are not those that come back.
      if (leads?.experienceId !== undefined && !leads.outputs) return [new Set<string>()];
      const afterBy = this.#leaving(module, before.get(id) ?? new Set(), knownFromTheStart(flow));
      return flow.endsAt(id).map(afterBy);
    });
    return ends.length === 0 ? new Set() : ends.reduce((all, each) => intersection(all, each));
  }
}

/** A chat knows in which language it speaks before it has asked anything, and whatever it forgets. */
export function knownFromTheStart({ graph }: FlowIndex): ReadonlySet<string> {
  return new Set(chatSettings(graph).languages ? [LANGUAGE_VARIABLE] : []);
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((item) => b.has(item)));
}
