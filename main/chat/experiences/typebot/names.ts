import { object, text } from './loose';
import type { Typebot } from './read-typebot';

/** Names that our own questions set, and that mean a person. */
const OURS = { 'email input': 'email', 'phone number input': 'phone' } as const;

/** What an expression would not read as a variable. */
const RESERVED = (
  'as break const continue else false for function if import in let loop null package namespace ' +
  'return true var void while email email_confirmed phone'
).split(' ');

const MAX_NAME = 56;

/** Names of Typebot (any text) as names of ours, each of which belongs to one variable. */
export class Names {
  readonly #taken = new Set<string>(RESERVED);
  readonly #byId = new Map<string, string>();
  readonly #byName = new Map<string, string>();
  readonly #names: ReadonlyMap<string, string>;

  constructor(typebot: Typebot) {
    this.#names = typebot.variables;
    const contact = contactVariables(typebot);
    for (const [id, name] of typebot.variables) {
      const ours = contact.get(id) ?? this.fresh(name);
      this.#byId.set(id, ours);
      if (!this.#byName.has(name)) this.#byName.set(name, ours);
    }
  }

  /** Our name of the variable with this id; null where the file has none. */
  byId(id: unknown): string | null {
    return this.#byId.get(text(id)) ?? null;
  }

  /** Our name of the variable that texts call so. */
  byName(name: string): string | null {
    return this.#byName.get(name) ?? null;
  }

  /** What Typebot calls it. */
  original(id: unknown): string {
    return this.#names.get(text(id)) ?? '';
  }

  get hasChanged(): boolean {
    return [...this.#byName].some(([name, ours]) => name !== ours);
  }

  /** A name like this one that nothing has yet. */
  fresh(like: string): string {
    const base = validName(like);
    for (let count = 1; ; count++) {
      const name = count === 1 ? base : `${base}_${count}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

function validName(name: string): string {
  const plain = name
    .slice(0, 4 * MAX_NAME)
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_NAME);
  if (plain === '') return 'variable';
  return /^\d/.test(plain) ? `_${plain}` : plain;
}

/**
 * The variable that takes a participant's address is our `email`, so that the chat knows the person; not so
 * where something else writes it too, or where there are several.
 */
function contactVariables({ groups, variables }: Typebot): ReadonlyMap<string, string> {
  const writers = writersIn({ groups });
  const found = new Map<string, string>();
  for (const [type, ours] of Object.entries(OURS)) {
    const candidates = [...writers].filter(([id, types]) => variables.has(id) && types.has(type));
    const [only] = candidates;
    if (only && candidates.length === 1 && only[1].size === 1) found.set(only[0], ours);
  }
  return found;
}

/** Types of the blocks that name a variable in their options, by its id. */
export function writersIn({ groups }: Pick<Typebot, 'groups'>): ReadonlyMap<string, Set<string>> {
  const writers = new Map<string, Set<string>>();
  for (const { type, options } of groups.flatMap(({ blocks }) => blocks)) {
    for (const id of variableIdsIn(options)) {
      writers.set(id, (writers.get(id) ?? new Set()).add(type));
    }
  }
  return writers;
}

/** Ids of variables that hold several values: chosen at once, or put together. */
export function listsIn({ groups }: Pick<Typebot, 'groups'>): ReadonlySet<string> {
  const blocks = groups.flatMap((group) => group.blocks);
  return new Set(
    blocks.flatMap(({ options }) => {
      const isList = options.isMultipleChoice === true || options.type === 'Append value(s)';
      const offered = text(options.dynamicVariableId);
      return [...(isList ? [text(options.variableId)] : []), ...(offered ? [offered] : [])];
    }),
  );
}

/** Ids of the variables that a block's options name, at any depth, but for those of a trial run. */
export function variableIdsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(variableIdsIn);
  return Object.entries(object(value)).flatMap(([key, inner]) => {
    if (key === 'variablesForTest') return [];
    if (typeof inner !== 'string') return variableIdsIn(inner);
    return /variableId$/i.test(key) ? [inner] : [];
  });
}
