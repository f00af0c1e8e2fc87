import type { Random } from '../../seed/random';

/** What no field expects, and somebody writes into one all the same. */
const WILD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 2 ** 31, 2 ** 53, 9e15, 1e308, -1e308],
  ...[
    '',
    ' ',
    '0',
    'NaN',
    '\0',
    '\ud800',
    '\u202E',
    '__proto__',
    'constructor',
    '../../etc/passwd',
  ],
  'A'.repeat(100_000),
  '😀'.repeat(1_000),
  [],
  {},
  [[]],
  nested(40),
  Array.from({ length: 5_000 }, () => 'x'),
];

/** Sizes and offsets at which arithmetic breaks. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

type Edit<T> = (random: Random, value: T) => T;

const BYTE_EDITS: readonly Edit<Buffer>[] = [
  (random, bytes) => {
    bytes[random.below(bytes.length)] = 1 << random.below(8);
    return bytes;
  },
  (random, bytes) => {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  },
  (random, bytes) => bytes.subarray(0, random.below(bytes.length)),
  (random, bytes) => bytes.subarray(random.below(Math.min(64, bytes.length))),
  (random, bytes) => {
    const [from, to] = range(random, bytes);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (random, bytes) => {
    const [from, to] = range(random, bytes);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (random, bytes) => {
    const [from, to] = range(random, bytes);
    return bytes.fill(random.of([0, 0xff, 0x20]), from, to);
  },
  (random, bytes) => {
    const [from, to] = range(random, bytes);
    const piece = Buffer.from(bytes.subarray(from, to));
    bytes.set(piece, random.below(bytes.length - piece.length + 1));
    return bytes;
  },
  (random, bytes) => {
    const number = Buffer.alloc(4);
    const value = random.of(NUMBERS);
    if (random.below(2) === 0) number.writeUInt32BE(value);
    else number.writeUInt32LE(value);
    bytes.set(number.subarray(0, bytes.length), random.below(Math.max(1, bytes.length - 3)));
    return bytes;
  },
  (random, bytes) => Buffer.concat([bytes, bytes.subarray(0, random.below(bytes.length))]),
];

/** Flips, cuts, repeats, moves and overwrites one to four pieces. */
export function mutateBytes(random: Random, original: Uint8Array): Buffer {
  let bytes = Buffer.from(original);
  for (let edits = 1 + random.below(4); edits > 0 && bytes.length > 0; edits--) {
    bytes = Buffer.from(random.of(BYTE_EDITS)(random, bytes));
  }
  return bytes;
}

/**
 * Drops, renames, swaps and replaces one to four fields, at any depth; or changes one value for another
 * of its kind, which gets past schemas.
 */
export function mutateJson(random: Random, original: unknown): unknown {
  const root = { value: structuredClone(original) };
  if (random.below(2) === 0) {
    editValue(random, root);
    return root.value;
  }
  for (let edits = 1 + random.below(4); edits > 0; edits--) editField(random, root);
  return root.value;
}

/** Of a file that holds JSON: its fields, or else its bytes. */
export function mutateJsonText(random: Random, text: string): Buffer {
  if (random.below(3) === 0) return mutateBytes(random, Buffer.from(text));
  return Buffer.from(JSON.stringify(mutateJson(random, JSON.parse(text))) ?? '');
}

interface Field {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function editField(random: Random, root: { value: unknown }): void {
  const fields = fieldsOf(root);
  if (fields.length === 0) return;
  const { holder, key } = random.of(fields);
  const other = random.of(fields);
  switch (random.below(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return;
    case 1:
      holder[`${key}x`] = holder[key];
      return;
    case 2: {
      // Not into itself: what has a circle in it cannot be written.
      const [mine, theirs] = [
        structuredClone(holder[key]),
        structuredClone(other.holder[other.key]),
      ];
      holder[key] = theirs;
      other.holder[other.key] = mine;
      return;
    }
    case 3:
      holder[key] = Array.isArray(holder[key])
        ? Array.from({ length: 3 }, () => structuredClone(holder[key])).flat()
        : [holder[key]];
      return;
    case 4:
      if (typeof holder[key] === 'string') {
        holder[key] = mutateBytes(random, Buffer.from(holder[key])).toString('latin1');
        return;
      }
  }
  holder[key] = structuredClone(random.of(WILD));
}

function editValue(random: Random, root: { value: unknown }): void {
  const values = fieldsOf(root).filter(
    ({ holder, key }) => holder[key] !== null && typeof holder[key] !== 'object',
  );
  if (values.length === 0) return;
  const { holder, key } = random.of(values);
  const value = holder[key];
  const others = values
    .map((other) => other.holder[other.key])
    .filter((other) => typeof other === typeof value);
  if (random.below(3) === 0) holder[key] = random.of(others);
  else if (typeof value === 'string') holder[key] = withTwoSwapped(random, value);
  else if (typeof value === 'number') holder[key] = random.of([value + 1, value - 1, value * 2, 0]);
  else holder[key] = !value;
}

function withTwoSwapped(random: Random, text: string): string {
  if (text === '') return 'x';
  const characters = [...text];
  const [one, other] = [random.below(characters.length), random.below(characters.length)];
  return characters
    .with(one, characters[other] ?? '')
    .with(other, characters[one] ?? '')
    .join('');
}

/** Deep and wide values are not searched to their ends: edits would only make them grow. */
function fieldsOf(root: { value: unknown }): Field[] {
  const found: Field[] = [];
  const waiting: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = waiting.pop(); next && found.length < 5_000; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null || depth > 12) continue;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      found.push({ holder, key });
      waiting.push({ value: holder[key], depth: depth + 1 });
    }
  }
  return found;
}

function range(random: Random, bytes: Uint8Array): [from: number, to: number] {
  const from = random.below(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random.below(1 + random.below(200)))];
}

function nested(depth: number): unknown {
  return depth === 0 ? [] : { a: [nested(depth - 1)] };
}
