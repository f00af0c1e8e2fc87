import { type Box, boxesIn, boxOf, Fields, uint } from './boxes';
import { cleanProperties, type Properties, readProperties } from './heif-properties';
import { Malformed } from './malformed';

/** Bytes of the file, or of the box `idat`, from one offset up to another. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Coded pictures, and those that are put together from others (ISO/IEC 23008-12, 6.6; AVIF 1.1, 2). */
const PICTURES = new Set(['hvc1', 'av01', 'grid', 'iovl', 'iden']);
const MAX_ITEMS = 10_000;
const MAX_EXTENTS = 50_000;
const MAX_REFERENCES = 50_000;

interface Item {
  readonly id: number;
  readonly type: string;
  readonly isHidden: boolean;
}

interface Reference {
  readonly type: string;
  readonly from: number;
  readonly to: readonly number[];
}

interface Place {
  readonly id: number;
  /** The entry as it is in the file. */
  readonly entry: Buffer;
  readonly isInside: boolean;
  readonly extents: readonly Extent[];
}

interface Places {
  readonly head: Buffer;
  readonly version: number;
  readonly places: readonly Place[];
}

/**
 * The content of a box `meta` (14496-12, 8.11) with the items of the picture only, as long as it was; and
 * where their bytes lie in the file.
 *
 * @throws Malformed
 */
export function cleanMeta(original: Buffer): { content: Buffer; extents: Extent[] } {
  const meta = Buffer.from(original);
  const fields = new Fields(meta);
  const head = fields.bytes(4);
  if (head.readUInt32BE(0) !== 0) throw new Malformed();
  const boxes = boxesIn(meta.subarray(4));
  const only = (type: string): Box | undefined => {
    const [box, another] = boxes.filter((each) => each.type === type);
    if (another) throw new Malformed();
    return box;
  };
  const needed = (type: string): Buffer => only(type)?.data ?? malformed();
  const primary = readPrimary(needed('pitm'));
  const items = readItems(needed('iinf'));
  const references = readReferences(only('iref')?.data);
  const properties = readProperties(needed('iprp'));
  const kept = keptItems(primary, items, references, properties);
  const iloc = readPlaces(needed('iloc'));
  const places = iloc.places.filter(({ id }) => kept.has(id));
  const idat = only('idat')?.data;
  const parts = [
    primaryBox(primary),
    itemsBox(items.filter(({ id }) => kept.has(id))),
    cleanProperties(properties, kept),
    ...referencesBox(references, kept),
    boxOf('iloc', placesOf(iloc, places)),
    ...(idat ? [boxOf('idat', cleanInside(idat, places))] : []),
  ];
  const extents = places.flatMap(({ isInside, extents }) => (isInside ? [] : extents));
  return { content: filled(head, parts, meta.length), extents };
}

function malformed(): never {
  throw new Malformed();
}

/** Made as long as it was: by a box of free space, or of less than a box needs, behind the handler's name. */
function filled(head: Buffer, parts: readonly Buffer[], length: number): Buffer {
  const room = length - head.length - HANDLER.length - 8 - sizeOf(parts);
  if (room < 0) throw new Malformed();
  const hasBox = room >= 8;
  const handler = boxOf('hdlr', HANDLER, Buffer.alloc(hasBox ? 0 : room));
  const free = hasBox ? [boxOf('free', Buffer.alloc(room - 8))] : [];
  return Buffer.concat([head, handler, ...parts, ...free]);
}

/** 14496-12, 8.4.3, without the name that it may have. */
const HANDLER = Buffer.from(`\0\0\0\0\0\0\0\0pict${'\0'.repeat(12)}`, 'latin1');

const sizeOf = (parts: readonly Buffer[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

function readPrimary(data: Buffer): number {
  const fields = new Fields(data);
  const { version } = fields.full();
  return fields.uint(version === 0 ? 2 : 4);
}

/** Ids of items have two bytes in the first version of each box, and four in another. */
const isShort = (id: number): boolean => id <= 0xffff;

function primaryBox(id: number): Buffer {
  return isShort(id)
    ? boxOf('pitm', uint(4, 0), uint(2, id))
    : boxOf('pitm', uint(4, 1 << 24), uint(4, id));
}

function readItems(data: Buffer): Item[] {
  const fields = new Fields(data);
  const { version } = fields.full();
  const count = fields.uint(version === 0 ? 2 : 4);
  const entries = boxesIn(data.subarray(fields.at));
  if (entries.length !== count || count > MAX_ITEMS) throw new Malformed();
  const items = entries.map((entry) => {
    const fields = new Fields(entry.data);
    const { version, flags } = fields.full();
    if (entry.type !== 'infe' || (version !== 2 && version !== 3)) throw new Malformed();
    const id = fields.uint(version === 2 ? 2 : 4);
    const isProtected = fields.uint(2) !== 0;
    const type = fields.latin1(4);
    // What is encrypted cannot be looked at, nor is it a picture that anybody could see.
    return { id, type: isProtected ? '' : type, isHidden: (flags & 1) === 1 };
  });
  if (new Set(items.map(({ id }) => id)).size !== items.length) throw new Malformed();
  return items;
}

function itemsBox(items: readonly Item[]): Buffer {
  const entries = items.map(({ id, type, isHidden }) => {
    const full = uint(4, ((isShort(id) ? 2 : 3) << 24) | (isHidden ? 1 : 0));
    const typeWithoutName = Buffer.from(`${type}\0`, 'latin1');
    return boxOf('infe', full, uint(isShort(id) ? 2 : 4, id), uint(2, 0), typeWithoutName);
  });
  return boxOf('iinf', uint(4, 0), uint(2, items.length), Buffer.concat(entries));
}

interface References {
  readonly version: number;
  readonly list: readonly Reference[];
}

function readReferences(data: Buffer | undefined): References {
  if (!data) return { version: 0, list: [] };
  const fields = new Fields(data);
  const { version } = fields.full();
  const idBytes = version === 0 ? 2 : 4;
  let total = 0;
  const list = boxesIn(data.subarray(4)).map(({ type, data }) => {
    const fields = new Fields(data);
    const from = fields.uint(idBytes);
    const count = fields.uint(2);
    total += count;
    if (total > MAX_REFERENCES) throw new Malformed();
    return { type, from, to: Array.from({ length: count }, () => fields.uint(idBytes)) };
  });
  return { version, list };
}

/** What pictures are put together from, and of which picture another one is the transparency. */
const KEPT_REFERENCES = new Set(['dimg', 'auxl']);

function referencesBox({ version, list }: References, kept: ReadonlySet<number>): Buffer[] {
  const idBytes = version === 0 ? 2 : 4;
  const boxes = list.flatMap(({ type, from, to }) => {
    const targets = to.filter((id) => kept.has(id));
    if (!KEPT_REFERENCES.has(type) || !kept.has(from) || targets.length === 0) return [];
    const ids = targets.map((id) => uint(idBytes, id));
    return [boxOf(type, uint(idBytes, from), uint(2, ids.length), Buffer.concat(ids))];
  });
  return boxes.length === 0
    ? []
    : [boxOf('iref', uint(4, (version === 0 ? 0 : 1) << 24), Buffer.concat(boxes))];
}

/** The primary item, the items that it is made of, and the transparency of these. */
function keptItems(
  primary: number,
  items: readonly Item[],
  { list }: References,
  { transparent }: Properties,
): ReadonlySet<number> {
  const types = new Map(items.map(({ id, type }) => [id, type]));
  const partsOf = grouped(list.filter(({ type }) => type === 'dimg'));
  const masksOf = grouped(
    list
      .filter(({ type, from }) => type === 'auxl' && transparent.has(from))
      .flatMap(({ from, to }) => to.map((of) => ({ from: of, to: [from] }))),
  );
  const kept = new Set<number>();
  const open = [primary];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (kept.has(id)) continue;
    if (!PICTURES.has(types.get(id) ?? '')) throw new Malformed();
    kept.add(id);
    for (const part of [...(partsOf.get(id) ?? []), ...(masksOf.get(id) ?? [])]) open.push(part);
  }
  return kept;
}

/** What each item refers to. */
function grouped(references: readonly Pick<Reference, 'from' | 'to'>[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const { from, to } of references) {
    const group = groups.get(from) ?? [];
    for (const id of to) group.push(id);
    groups.set(from, group);
  }
  return groups;
}

/** 14496-12, 8.11.3. */
function readPlaces(data: Buffer): Places {
  const fields = new Fields(data);
  const { version } = fields.full();
  const sizes = fields.uint(2);
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [12, 8, 4, 0].map(
    (shift) => (sizes >> shift) & 0xf,
  ) as [number, number, number, number];
  const sizesInUse = [offsetBytes, lengthBytes, baseBytes, indexBytes];
  if (version > 2 || !sizesInUse.every((size) => [0, 4, 8].includes(size))) throw new Malformed();
  const head = data.subarray(0, fields.at);
  const count = fields.uint(version < 2 ? 2 : 4);
  if (count > MAX_ITEMS) throw new Malformed();
  let total = 0;
  const places = Array.from({ length: count }, () => {
    const start = fields.at;
    const id = fields.uint(version < 2 ? 2 : 4);
    // 0: in the file, 1: in the box `idat`; 2 would be inside of another item.
    const method = version === 0 ? 0 : fields.uint(2);
    const isElsewhere = fields.uint(2) !== 0;
    const base = fields.uint(baseBytes);
    const extentCount = fields.uint(2);
    total += extentCount;
    if (total > MAX_EXTENTS) throw new Malformed();
    const extents = Array.from({ length: extentCount }, () => {
      // Only what is built of other items has a use for an index.
      if (version > 0) fields.bytes(indexBytes).fill(0);
      const from = base + fields.uint(offsetBytes);
      return { from, to: from + fields.uint(lengthBytes) };
    });
    const place = { id, method, isElsewhere, isInside: method === 1, extents };
    return { ...place, entry: data.subarray(start, fields.at) };
  });
  return { head, version, places: places.map(checked) };
}

function checked({
  method,
  isElsewhere,
  ...place
}: Place & { method: number; isElsewhere: boolean }): Place {
  // Those of no interest, such as Exif inside of another item, are dropped anyway.
  const isReadable =
    method <= 1 && !isElsewhere && place.extents.every(({ from, to }) => to > from);
  return isReadable ? place : { ...place, extents: [], entry: Buffer.alloc(0) };
}

function placesOf({ head, version }: Places, places: readonly Place[]): Buffer {
  const ids = new Set(places.map(({ id }) => id));
  if (ids.size !== places.length || places.some(({ entry }) => entry.length === 0))
    throw new Malformed();
  return Buffer.concat([
    head,
    uint(version < 2 ? 2 : 4, places.length),
    ...places.map(({ entry }) => entry),
  ]);
}

/** Zeros but for the bytes of the items. */
function cleanInside(idat: Buffer, places: readonly Place[]): Buffer {
  const cleaned = Buffer.alloc(idat.length);
  for (const { isInside, extents } of places) {
    if (!isInside) continue;
    for (const { from, to } of extents) {
      if (to > idat.length) throw new Malformed();
      idat.copy(cleaned, from, from, to);
    }
  }
  return cleaned;
}
