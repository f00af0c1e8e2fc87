import { AppError, MAX_MODULES } from '../../../../preload/contract';
import { isObject, type Loose, list, number, object, text } from './loose';

/** Longer than any id or type that Typebot makes. */
const MAX_KEY = 200;

/** The oldest and the newest version of the format that Typebot's own schema knows. */
const [OLDEST, NEWEST] = [1, 6.1];

export interface Item {
  readonly id: string;
  readonly raw: Loose;
  readonly edgeId: string;
}

export interface Block {
  readonly id: string;
  readonly type: string;
  readonly content: Loose;
  readonly options: Loose;
  readonly items: readonly Item[];
  readonly edgeId: string;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly at: { readonly x: number; readonly y: number };
  readonly blocks: readonly Block[];
}

/** A place to which an edge or a jump leads. */
export interface Place {
  readonly groupId: string;
  /** Empty: at the group's first block. */
  readonly blockId: string;
}

export interface Typebot {
  readonly name: string;
  readonly version: string;
  readonly groups: readonly Group[];
  /** By the id of the edge. */
  readonly edges: ReadonlyMap<string, Place>;
  /** Names by id. */
  readonly variables: ReadonlyMap<string, string>;
  /** The edge with which the chat begins; empty where there is none. */
  readonly startEdgeId: string;
  readonly hasOtherEvents: boolean;
  readonly hasTheme: boolean;
  readonly hasResults: boolean;
}

/**
 * The export that a file holds, or null: it says nowhere that it is one, so its parts have to tell. The
 * answers of Typebot's own interface have it inside.
 */
export function typebotIn(content: unknown): Loose | null {
  if (!isObject(content) || 'format' in content) return null;
  if (isObject(content.typebot)) return typebotIn(content.typebot);
  const parts = content.groups ?? content.blocks;
  return Array.isArray(parts) && Array.isArray(content.edges) ? content : null;
}

/**
 * Reads an export of any version into one form: until version 2, groups were called blocks, and blocks
 * steps; until version 5, the start was a block of a group of its own.
 *
 * @throws AppError `import.damaged`, `import.duplicate_id`, `import.unknown_typebot`, and
 *   `import.too_many_modules` for more blocks than an experience can have modules
 */
export function readTypebot(content: Loose): Typebot {
  const version = versionOf(content.version);
  const isOld = !Array.isArray(content.groups);
  const partsOf = isOld ? 'blocks' : 'groups';
  const groups = list(content[partsOf]).map((group, at) =>
    readGroup(group, `${partsOf}.${at}`, isOld ? 'steps' : 'blocks'),
  );
  const count = groups.reduce((sum, { blocks }) => sum + blocks.length, 0);
  if (count > MAX_MODULES) throw new AppError('import.too_many_modules', { max: MAX_MODULES });
  refuseTwice(groups.map(({ id }) => id));
  refuseTwice(groups.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  const edges = list(content.edges).filter(isObject);
  const events = list(content.events).filter(isObject);
  const connected = groups.some(namesEdges) ? groups : connectAll(groups, edges, isOld);
  return {
    name: text(content.name).trim().slice(0, 120) || 'Typebot',
    version,
    groups: connected,
    edges: new Map(edges.map((edge) => [text(edge.id), placeOf(object(edge.to), isOld)])),
    variables: new Map(
      list(content.variables)
        .filter(isObject)
        .map((variable) => [text(variable.id), text(variable.name).slice(0, MAX_KEY)]),
    ),
    startEdgeId: startEdge(events, connected, edges),
    hasOtherEvents: events.length > 1 || events.some(({ type }) => type !== 'start'),
    hasTheme: Object.keys(object(content.theme)).length > 0,
    hasResults: 'results' in content || 'answers' in content,
  };
}

function versionOf(value: unknown): string {
  const version = value === undefined || value === null ? OLDEST : number(value);
  if (version === null || version < OLDEST || version > NEWEST) {
    throw new AppError('import.unknown_typebot', { version: text(value).slice(0, 20) || '?' });
  }
  return value === undefined || value === null ? '' : text(value);
}

function readGroup(value: unknown, where: string, blocksAt: string): Group {
  const group = object(value);
  const { x, y } = object(group.graphCoordinates);
  return {
    id: keyOf(group, where),
    title: text(group.title).trim().slice(0, 100),
    at: { x: number(x) ?? 0, y: number(y) ?? 0 },
    blocks: list(group[blocksAt]).map((block, at) =>
      readBlock(block, `${where}.${blocksAt}.${at}`),
    ),
  };
}

function readBlock(value: unknown, where: string): Block {
  const block = object(value);
  return {
    id: keyOf(block, where),
    type: text(block.type).slice(0, MAX_KEY),
    content: object(block.content),
    options: object(block.options),
    items: list(block.items)
      .filter(isObject)
      .map((item) => ({ id: text(item.id), raw: item, edgeId: text(item.outgoingEdgeId) })),
    edgeId: text(block.outgoingEdgeId),
  };
}

/** Without an id, nothing can lead there and no report can name it. */
function keyOf(value: Loose, where: string): string {
  const id = text(value.id);
  if (id === '' || id.length > MAX_KEY) {
    throw new AppError('import.damaged', { where: `${where}.id` });
  }
  return id;
}

function refuseTwice(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new AppError('import.duplicate_id', { id });
    seen.add(id);
  }
}

function placeOf(to: Loose, isOld: boolean): Place {
  return isOld
    ? { groupId: text(to.blockId), blockId: text(to.stepId) }
    : { groupId: text(to.groupId), blockId: text(to.blockId) };
}

/** Typebot follows the edges that its blocks name; others were once drawn, and are left in its files. */
function namesEdges({ blocks }: Group): boolean {
  return blocks.some(
    ({ type, edgeId, items }) =>
      (type !== 'start' && edgeId !== '') || items.some((item) => item.edgeId !== ''),
  );
}

/** Files written by hand may name an edge at its end only. */
function connectAll(
  groups: readonly Group[],
  edges: readonly Loose[],
  isOld: boolean,
): readonly Group[] {
  const bySource = edgesBySource(edges, isOld);
  return groups.map((group) => ({
    ...group,
    blocks: group.blocks.map((block) => connect(block, bySource)),
  }));
}

/** Ids of edges by where they come from. */
function edgesBySource(edges: readonly Loose[], isOld: boolean): ReadonlyMap<string, string> {
  const bySource = new Map<string, string>();
  for (const edge of edges) {
    const from = object(edge.from);
    const block = text(from.eventId) || text(isOld ? from.stepId : from.blockId);
    bySource.set(sourceOf(block, text(from.itemId)), text(edge.id));
  }
  return bySource;
}

const sourceOf = (block: string, item = ''): string => JSON.stringify([block, item]);

function connect(block: Block, bySource: ReadonlyMap<string, string>): Block {
  return {
    ...block,
    edgeId: block.edgeId || (bySource.get(sourceOf(block.id)) ?? ''),
    items: block.items.map((item) => ({
      ...item,
      edgeId: item.edgeId || (bySource.get(sourceOf(block.id, item.id)) ?? ''),
    })),
  };
}

function startEdge(
  events: readonly Loose[],
  groups: readonly Group[],
  edges: readonly Loose[],
): string {
  const event = events.find(({ type }) => type === 'start');
  if (event) {
    const at = text(event.id);
    const drawn = edges.find(({ from }) => at !== '' && object(from).eventId === at);
    return text(event.outgoingEdgeId) || text(drawn?.id);
  }
  return groups.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'start')?.edgeId ?? '';
}
