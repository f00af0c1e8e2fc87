import type { Variables } from './step';

/** How much of something a chat has said, asked and kept, in characters. */
export interface Amount {
  readonly texts: number;
  readonly pictures: number;
}

/** What a chat has used of its budget; goes along with its state. */
export interface Spent {
  /** For the input that is being answered. */
  readonly turn: Amount & { readonly work: number };
  readonly session: Amount;
}

/**
 * In characters. Far beyond what anybody reads, and far below what a computer cannot hold: an
 * experience that multiplies its texts, by mistake or on purpose, ends its chat and nothing else.
 */
export const BUDGET = {
  /** One text, with its variables put in: ten answers of the greatest length. */
  text: 100_000,
  /** What is said, asked and kept in answer to one input. */
  turn: { texts: 1_000_000, pictures: 24_000_000 },
  session: { texts: 20_000_000, pictures: 240_000_000 },
  /** Variables and memory between two inputs, of the experiences that wait for another as well. */
  held: 2_000_000,
  /** What is read and made on the way to the texts of one turn. */
  work: 20_000_000,
} as const;

/** Each text costs a little more than its characters, so that many empty ones end as well. */
const PER_TEXT = 10;
/** What a step costs that says and stores nothing. */
const PER_STEP = 1_000;

export const NOTHING_SPENT: Spent = {
  turn: { texts: 0, pictures: 0, work: 0 },
  session: { texts: 0, pictures: 0 },
};

/** The chat has become too long. It ends, with what it has said and stored so far. */
export class OverBudget extends Error {
  constructor() {
    super('over budget');
    this.name = 'OverBudget';
  }
}

/** Counts what one turn uses. Each method throws {@link OverBudget} once it is too much. */
export class Budget {
  #texts: number;
  #pictures: number;
  #work: number;
  readonly #before: Amount;

  /** `goesOn` when the turn has begun already, and only waited for the store. */
  constructor(spent: Spent, goesOn: boolean) {
    const { texts, pictures, work } = goesOn ? spent.turn : NOTHING_SPENT.turn;
    this.#texts = texts;
    this.#pictures = pictures;
    this.#work = work;
    this.#before = {
      texts: spent.session.texts - texts,
      pictures: spent.session.pictures - pictures,
    };
  }

  step(): void {
    this.work(PER_STEP);
  }

  readonly work = (characters: number): void => {
    this.#work += characters;
    if (this.#work > BUDGET.work) throw new OverBudget();
  };

  /** For all texts in what the chat says, asks or stores, at any depth. */
  use(value: unknown): void {
    const { texts, pictures } = amountOf(value);
    this.#texts += texts;
    this.#pictures += pictures;
    const { turn, session } = this.spent;
    if (isOver(turn, BUDGET.turn) || isOver(session, BUDGET.session)) throw new OverBudget();
  }

  /** For what the chat keeps in memory until the next input. */
  hold(known: readonly Variables[]): void {
    const held = known.reduce((sum, variables) => sum + amountOf(variables).texts, 0);
    if (held > BUDGET.held) throw new OverBudget();
  }

  get spent(): Spent {
    const turn = { texts: this.#texts, pictures: this.#pictures, work: this.#work };
    return {
      turn,
      session: {
        texts: this.#before.texts + turn.texts,
        pictures: this.#before.pictures + turn.pictures,
      },
    };
  }
}

function isOver(amount: Amount, limit: Amount): boolean {
  return amount.texts > limit.texts || amount.pictures > limit.pictures;
}

export function amountOf(value: unknown): Amount {
  if (typeof value === 'string') {
    return value.startsWith('data:image/')
      ? { texts: PER_TEXT, pictures: value.length }
      : { texts: PER_TEXT + value.length, pictures: 0 };
  }
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) {
    return { texts: 0, pictures: 0 };
  }
  return Object.values(value).map(amountOf).reduce(add, { texts: 0, pictures: 0 });
}

function add(a: Amount, b: Amount): Amount {
  return { texts: a.texts + b.texts, pictures: a.pictures + b.pictures };
}
