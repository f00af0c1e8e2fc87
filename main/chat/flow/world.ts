import type { Graph } from '../../../preload/contract';
import { waitsWith } from '../modules/define-module';
import type { FlowIndex, FlowModule } from './flow-index';

/** Another experience, as far as one that calls it or is called by it has to know. */
export interface Neighbour {
  readonly name: string;
  readonly graph: Graph;
  readonly isPublished: boolean;
}

/** Into which other experience a module leads. */
interface Crossing {
  readonly module: FlowModule;
  readonly to: string;
  readonly returns: boolean;
}

/** What can happen in an experience before it asks anything. */
interface Silence {
  canEnd: boolean;
  /** Experiences into which it leads for good. */
  readonly moves: Set<string>;
}

/** An experience among those into which it leads, and those that lead into it. */
export class World {
  readonly #id: string | null;
  readonly #flows: ReadonlyMap<string, FlowIndex>;
  readonly #silences = new Map<string, Silence>();

  /** `id` is null for one that is not stored yet; `flows` hold the others. */
  constructor(id: string | null, flow: FlowIndex, flows: ReadonlyMap<string, FlowIndex>) {
    this.#id = id;
    this.#flows = id === null ? flows : new Map([...flows, [id, flow]]);
  }

  flow(experienceId: string): FlowIndex | undefined {
    return this.#flows.get(experienceId);
  }

  /** Those into which this one leads, or that lead here. */
  others(): FlowIndex[] {
    return [...this.#flows].flatMap(([id, flow]) => (id === this.#id ? [] : [flow]));
  }

  /** Where the other experiences lead into this one. */
  crossingsIntoThis(): { from: FlowIndex; module: FlowModule }[] {
    return [...this.#flows].flatMap(([id, from]) =>
      id === this.#id
        ? []
        : crossingsOf(from).flatMap(({ to, module }) =>
            to === this.#id ? [{ from, module }] : [],
          ),
    );
  }

  /** Whether the participant is always asked something before the chat leaves the module. */
  waits({ definition, settings, leads }: FlowModule): boolean {
    if (waitsWith(definition, settings)) return true;
    return leads?.experienceId !== undefined && isReturning(leads)
      ? ![...this.#silentMovesFrom(leads.experienceId)].some((id) => this.#silence(id).canEnd)
      : false;
  }

  /** Whether the chat can come from the experience to this one's start without asking anything. */
  comesBackSilently(experienceId: string): boolean {
    return this.#id !== null && this.#silentMovesFrom(experienceId).has(this.#id);
  }

  /**
   * Whether a way leads from the experience to this one on which one of them waits for the other to
   * return: each round would leave one more waiting.
   */
  isCallCycle(first: string, returns: boolean): boolean {
    const waiting = [{ id: first, returns }];
    const seen = new Set<string>();
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (place.id === this.#id && place.returns) return true;
      const key = `${place.id} ${place.returns}`;
      const flow = this.flow(place.id);
      if (seen.has(key) || !flow) continue;
      seen.add(key);
      for (const { to, returns } of crossingsOf(flow)) {
        waiting.push({ id: to, returns: place.returns || returns });
      }
    }
    return false;
  }

  /** The experience, and those into which it leads for good, before anything is asked. */
  #silentMovesFrom(experienceId: string): Set<string> {
    const reached = new Set<string>();
    const waiting = [experienceId];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      waiting.push(...this.#silence(id).moves);
    }
    return reached;
  }

  #silence(experienceId: string): Silence {
    const known = this.#silences.get(experienceId);
    if (known) return known;
    const silence: Silence = { canEnd: false, moves: new Set() };
    // Known before it is complete: experiences that call each other are a problem of their own.
    this.#silences.set(experienceId, silence);
    const flow = this.flow(experienceId);
    if (flow) this.#listen(flow, silence);
    return silence;
  }

  #listen(flow: FlowIndex, silence: Silence): void {
    const { start } = flow.graph;
    const waiting = start === null ? [] : [start];
    const seen = new Set<string>();
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const module = flow.modules.get(id);
      if (seen.has(id) || !module || this.waits(module)) continue;
      seen.add(id);
      const { leads } = module;
      if (leads?.experienceId !== undefined && !isReturning(leads)) {
        silence.moves.add(leads.experienceId);
      } else if (flow.endsAt(id).length > 0) silence.canEnd = true;
      waiting.push(...flow.successors(id));
    }
  }
}

function crossingsOf(flow: FlowIndex): Crossing[] {
  return [...flow.reachable].flatMap((id) => {
    const module = flow.modules.get(id);
    const to = module?.leads?.experienceId;
    return module?.leads && to !== undefined
      ? [{ module, to, returns: isReturning(module.leads) }]
      : [];
  });
}

function isReturning({ outputs }: NonNullable<FlowModule['leads']>): boolean {
  return outputs !== undefined && outputs !== null;
}
