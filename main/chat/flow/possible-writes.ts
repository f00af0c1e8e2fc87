import { CONTACT_VARIABLES } from '../engine/turn';
import { namesOf } from '../modules/define-module';
import type { FlowIndex, FlowModule } from './flow-index';

/** A module that participants can come to, and what is known of them by then. */
export interface PossibleWrites {
  readonly module: FlowModule;
  /** Contact variables that can be set when the module writes a row: its row takes them along. */
  readonly contact: ReadonlySet<string>;
  /** The same for its row of `customers`, if it has one: later modules of the chat complete it. */
  readonly customer: ReadonlySet<string>;
}

/** The experience that is played; those into which it leads have their ids. */
const ROOT = '';

interface Place {
  readonly flow: string;
  readonly module: FlowModule;
  /** Variables that some way to the module has set. */
  readonly known: Set<string>;
  /** What experiences that wait for this one to return know. */
  readonly outside: Set<string>;
}

/**
 * What a chat can write, module by module, those of the experiences included into which it leads: a
 * forward data-flow analysis that starts from nothing and only ever adds, until nothing changes.
 *
 * @param library by id, as far as a chat finds them: where one is missing, the chat ends.
 */
export function possibleWrites(
  root: FlowIndex,
  library: ReadonlyMap<string, FlowIndex>,
): PossibleWrites[] {
  return new Chat(root, library).writes();
}

class Chat {
  readonly #flows: ReadonlyMap<string, FlowIndex>;
  readonly #places = new Map<string, Place>();
  readonly #waiting = new Set<string>();
  /** What is known where an experience ends. */
  readonly #ends = new Map<string, Set<string>>();
  /** From a place, or from the end of an experience, to what can come next in the same chat. */
  readonly #next = new Map<string, Set<string>>();

  constructor(root: FlowIndex, library: ReadonlyMap<string, FlowIndex>) {
    this.#flows = new Map([...library, [ROOT, root]]);
    this.#begin(ROOT, [], []);
    for (const key of this.#waiting) {
      this.#waiting.delete(key);
      const place = this.#places.get(key);
      if (place) this.#leave(key, place);
    }
  }

  writes(): PossibleWrites[] {
    return [...this.#places].map(([key, place]) => ({
      module: place.module,
      contact: this.#contactAt(place),
      customer: 'customers' in place.module.definition.stores ? this.#customerOf(key) : new Set(),
    }));
  }

  /** Whatever a later module stores, the customer's row takes along what is known by then. */
  #customerOf(key: string): Set<string> {
    const known = [key, ...this.#after(key)].flatMap((each) => {
      const place = this.#places.get(each);
      const stores = place && Object.keys(place.module.definition.stores).length > 0;
      return stores ? [...this.#contactAt(place)] : [];
    });
    return new Set(known);
  }

  #contactAt({ known, outside, module }: Place): Set<string> {
    const all = new Set([...known, ...outside, ...this.#setBy(module)]);
    return new Set(CONTACT_VARIABLES.filter((name) => all.has(name)));
  }

  #begin(flow: string, known: Iterable<string>, outside: Iterable<string>): string | null {
    const start = this.#flows.get(flow)?.graph.start ?? null;
    return start === null ? null : this.#arrive(flow, start, known, outside);
  }

  /** Returns the place; null where the module is of an unknown kind. */
  #arrive(
    flow: string,
    id: string,
    known: Iterable<string>,
    outside: Iterable<string>,
  ): string | null {
    const module = this.#flows.get(flow)?.modules.get(id);
    if (!module) return null;
    const key = JSON.stringify([flow, id]);
    const place = this.#places.get(key);
    const there = place ?? { flow, module, known: new Set(), outside: new Set() };
    this.#places.set(key, there);
    const hasMore = [addTo(there.known, known), addTo(there.outside, outside)].includes(true);
    if (!place || hasMore) this.#waiting.add(key);
    return key;
  }

  #leave(key: string, place: Place): void {
    this.#cross(key, place);
    const { flow, module, outside } = place;
    // From a visit that cannot end, or cannot begin, no chat comes back.
    if (module.leads?.outputs && !this.#ends.has(module.leads.experienceId ?? '')) return;
    const { forgetsOn = [] } = module.definition;
    const index = this.#flows.get(flow);
    const set = this.#setBy(module);
    const all = [...place.known, ...set];
    const forgets = (branch: string | null) => branch !== null && forgetsOn.includes(branch);
    const from = module.leads?.outputs ? returnedTo(key) : key;
    for (const { branch, to } of index?.waysOut(module.node.id) ?? []) {
      const next = forgets(branch)
        ? this.#arrive(flow, to, set, [])
        : this.#arrive(flow, to, all, outside);
      // What was stored before is gone with what is forgotten: nothing completes it.
      if (!forgets(branch)) this.#link(from, next);
    }
    for (const branch of index?.endsAt(module.node.id) ?? []) {
      if (!forgets(branch)) this.#link(from, endOf(flow));
      this.#end(flow, forgets(branch) ? set : all);
    }
  }

  /** Into another experience, for good or until that ends. */
  #cross(key: string, { flow, module: { leads }, known, outside }: Place): void {
    const there = leads?.experienceId;
    if (!leads || there === undefined || !this.#flows.has(there)) return;
    const brought = [...(leads.inputs ?? []), ...(leads.takesAll ? known : [])];
    const waits = leads.outputs ? [...outside, ...known] : outside;
    this.#link(key, this.#begin(there, brought, waits));
    this.#link(endOf(there), leads.outputs ? returnedTo(key) : endOf(flow));
    const ends = this.#ends.get(there);
    if (!leads.outputs && ends) this.#end(flow, ends);
  }

  #end(flow: string, known: Iterable<string>): void {
    const before = this.#ends.get(flow);
    const ends = before ?? new Set();
    this.#ends.set(flow, ends);
    if (!addTo(ends, known) && before) return;
    for (const [key, { module }] of this.#places) {
      if (module.leads?.experienceId === flow) this.#waiting.add(key);
    }
  }

  /** Names that the module may set; all that matter while its settings cannot be read. */
  #setBy({ definition, settings, leads }: FlowModule): readonly string[] {
    if (settings === null) return CONTACT_VARIABLES;
    if (leads?.outputs) {
      const ends = this.#ends.get(leads.experienceId ?? '');
      return leads.outputs.flatMap(({ from, to }) => (ends?.has(from) ? [to] : []));
    }
    return [...namesOf(definition.sets, settings), ...namesOf(definition.maySet, settings)];
  }

  #link(from: string, to: string | null): void {
    if (to === null) return;
    const next = this.#next.get(from) ?? new Set();
    this.#next.set(from, next.add(to));
  }

  /** Everything that can come later in the chat. */
  #after(key: string): Set<string> {
    const found = new Set<string>();
    const waiting = [key];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const next of this.#next.get(at) ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(next);
      }
    }
    return found;
  }
}

const endOf = (flow: string): string => `end of ${flow}`;
const returnedTo = (key: string): string => `back at ${key}`;

/** Whether any of them is new. */
function addTo(set: Set<string>, names: Iterable<string>): boolean {
  const { size } = set;
  for (const name of names) set.add(name);
  return set.size > size;
}
