import { boxesIn, boxOf, Fields, uint } from './boxes';
import { cleanProfile } from './icc';
import { Malformed } from './malformed';

/** What the box `iprp` says of items (ISO/IEC 23008-12, 9.3). */
export interface Properties {
  /** In their order, as references count them from 1; null for one that is not kept. */
  readonly list: readonly (Buffer | null)[];
  readonly associations: readonly Association[];
  /** Items that are the transparency of another one. */
  readonly transparent: ReadonlySet<number>;
}

interface Association {
  readonly id: number;
  /** Numbers of properties, and whether a reader has to understand them. */
  readonly properties: readonly { index: number; isEssential: boolean }[];
}

/**
 * Properties without which a picture would not look as it does, with the bytes that they have; without a
 * number, what a decoder needs to know. All others describe, name or date it.
 */
const KEPT = new Map(
  Object.entries({
    ...{ ispe: 12, irot: 1, imir: 1, clap: 32, pasp: 8, clli: 4, mdcv: 24, amve: 8 },
    ...{ lsel: 2, a1op: 1, a1lx: 13, hvcC: Infinity, av1C: Infinity },
  }),
);

const TRANSPARENCY = ['urn:mpeg:mpegB:cicp:systems:auxiliary:alpha', 'urn:mpeg:hevc:2015:auxid:1'];

/** Colours by numbers (ISO/IEC 23091-2): four bytes that say so, and seven. */
const NUMBERED_BYTES = 11;

const MAX_ASSOCIATIONS = 10_000;

/** @throws Malformed */
export function readProperties(iprp: Buffer): Properties {
  const [container, ...rest] = boxesIn(iprp);
  if (container?.type !== 'ipco') throw new Malformed();
  const boxes = boxesIn(container.data);
  const masks = new Set(
    boxes.flatMap(({ type, data }, at) => (type === 'auxC' && auxiliary(data) ? [at + 1] : [])),
  );
  const associations = rest.flatMap(({ type, data }) =>
    type === 'ipma' ? readAssociations(data) : [],
  );
  return {
    list: boxes.map(({ type, data }) => cleanProperty(type, data)),
    associations,
    transparent: new Set(
      associations.flatMap(({ id, properties }) =>
        properties.some(({ index }) => masks.has(index)) ? [id] : [],
      ),
    ),
  };
}

/** With the properties of some items, and room where others were, as they are counted. */
export function cleanProperties(
  { list, associations }: Properties,
  items: ReadonlySet<number>,
): Buffer {
  const kept = associations
    .filter(({ id }) => items.has(id))
    .map(({ id, properties }) => ({
      id,
      properties: properties.filter(({ index }) => list[index - 1]),
    }));
  const used = new Set(kept.flatMap(({ properties }) => properties.map(({ index }) => index)));
  const boxes = list.map((box, at) => (box && used.has(at + 1) ? box : boxOf('free')));
  return boxOf('iprp', boxOf('ipco', Buffer.concat(boxes)), associationsBox(kept));
}

function cleanProperty(type: string, data: Buffer): Buffer | null {
  if (type === 'colr') return cleanColours(data);
  if (type === 'auxC') {
    const kind = auxiliary(data);
    return kind ? boxOf(type, uint(4, 0), Buffer.from(`${kind}\0`)) : null;
  }
  if (type === 'pixi') return boxOf(type, data.subarray(0, 5 + (data[4] ?? 0)));
  const bytes = KEPT.get(type);
  return bytes === undefined ? null : boxOf(type, data.subarray(0, bytes));
}

function cleanColours(data: Buffer): Buffer | null {
  const kind = data.toString('latin1', 0, 4);
  if (kind === 'nclx') return boxOf('colr', data.subarray(0, NUMBERED_BYTES));
  const profile = kind === 'prof' || kind === 'rICC' ? cleanProfile(data.subarray(4)) : null;
  return profile && boxOf('colr', data.subarray(0, 4), profile);
}

function auxiliary(data: Buffer): string | undefined {
  const end = data.indexOf(0, 4);
  return TRANSPARENCY.find((each) => each === data.toString('latin1', 4, Math.max(end, 4)));
}

function readAssociations(data: Buffer): Association[] {
  const fields = new Fields(data);
  const { version, flags } = fields.full();
  const isWide = (flags & 1) === 1;
  const count = fields.uint(4);
  if (count > MAX_ASSOCIATIONS) throw new Malformed();
  return Array.from({ length: count }, () => ({
    id: fields.uint(version === 0 ? 2 : 4),
    properties: Array.from({ length: fields.uint(1) }, () => {
      const value = fields.uint(isWide ? 2 : 1);
      const top = isWide ? 0x8000 : 0x80;
      return { index: value & (top - 1), isEssential: (value & top) !== 0 };
    }),
  }));
}

/** As narrow as the numbers allow. */
function associationsBox(associations: readonly Association[]): Buffer {
  const numbers = associations.flatMap(({ properties }) => properties.map(({ index }) => index));
  const isWide = numbers.some((index) => index > 0x7f);
  const isLong = associations.some(({ id }) => id > 0xffff);
  const entries = associations.flatMap(({ id, properties }) => [
    uint(isLong ? 4 : 2, id),
    Buffer.from([properties.length]),
    ...properties.map(({ index, isEssential }) =>
      isWide
        ? uint(2, index | (isEssential ? 0x8000 : 0))
        : Buffer.from([index | (isEssential ? 0x80 : 0)]),
    ),
  ]);
  const full = uint(4, ((isLong ? 1 : 0) << 24) | (isWide ? 1 : 0));
  return boxOf('ipma', full, uint(4, associations.length), Buffer.concat(entries));
}
