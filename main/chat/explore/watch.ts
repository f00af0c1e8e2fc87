import type { Program } from '../engine/program';

/** A way out of a module that a chat has taken; `to` is null where nothing is connected. */
export interface Taken {
  readonly moduleId: string;
  readonly branch: string;
  readonly to: string | null;
}

/** What a turn has passed. */
export interface Trace {
  readonly modules: readonly string[];
  readonly taken: readonly Taken[];
}

/**
 * A program that notes which modules and branches the engine asks it for. Experiences that it calls are
 * not noted: their branches are theirs to explore.
 */
export class WatchedProgram implements Program {
  readonly start: string;
  readonly offers: Program['offers'];
  readonly knows: Program['knows'];
  readonly callee: Program['callee'];
  readonly #program: Program;
  #modules: string[] = [];
  #taken: Taken[] = [];
  /** Ways out of one module that were offered in turn, of which the first connected one is taken. */
  #offered: Taken[] = [];

  constructor(program: Program) {
    this.#program = program;
    this.start = program.start;
    this.offers = program.offers;
    this.knows = program.knows;
    this.callee = program.callee;
  }

  instruction(moduleId: string): ReturnType<Program['instruction']> {
    this.#settle();
    this.#modules.push(moduleId);
    return this.#program.instruction(moduleId);
  }

  next(moduleId: string, branch: string): string | null {
    const to = this.#program.next(moduleId, branch);
    this.#offered.push({ moduleId, branch, to });
    return to;
  }

  /** What was passed since it was asked last. */
  trace(): Trace {
    this.#settle();
    const trace = { modules: this.#modules, taken: this.#taken };
    [this.#modules, this.#taken] = [[], []];
    return trace;
  }

  #settle(): void {
    const [first] = this.#offered;
    const taken = this.#offered.find(({ to }) => to !== null) ?? first;
    if (taken) this.#taken.push(taken);
    this.#offered = [];
  }
}
