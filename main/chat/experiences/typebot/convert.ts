import {
  AppError,
  type Graph,
  type ImportedBlock,
  type Language,
  MAX_MODULES,
  type ModuleNode,
  type TypebotNote,
  type TypebotReason,
  type TypebotReport,
} from '../../../../preload/contract';
import { referToOptions } from '../../../foundation/experience/refer-to-options';
import {
  Conversion,
  type Converted,
  hasOwnButton,
  type Made,
  type Surroundings,
  type Way,
} from './block';
import { kindOf } from './blocks';
import { breakLoops } from './break-loops';
import { comeBack, type Exit, type WayBack } from './come-back';
import { columns, placeIn } from './layout';
import type { Loose } from './loose';
import { type Merges, mergesIn } from './merge';
import { listsIn, Names, writersIn } from './names';
import { type Block, type Group, type Place, readTypebot, type Typebot } from './read-typebot';
import { bubbleText, divide } from './rich-text';
import { Routes } from './routes';
import { WORDS } from './words';

export interface FromTypebot {
  readonly name: string;
  readonly graph: Graph;
  readonly report: TypebotReport;
}

interface Placed {
  readonly block: Block;
  readonly group: Group;
  readonly converted: Converted;
  readonly modules: readonly ModuleNode[];
  /** Why its branches do not lead where they did. */
  readonly broken: Set<TypebotReason>;
}

/**
 * Makes a draft of an export of Typebot, in the user's language where the import itself has to say
 * something. Each block of the file is in the report once.
 *
 * @throws AppError `import.*`
 */
export function fromTypebot(content: Loose, language: Language): FromTypebot {
  const typebot = readTypebot(content);
  const names = new Names(typebot);
  const routes = new Routes(typebot);
  const linkVariable = names.fresh('linked_from');
  const placed = place(typebot, convertAll({ typebot, names, routes, language, linkVariable }));
  const fresh = (like: string) => names.fresh(like);
  const whole = connect(placed, routes, { variable: linkVariable, fresh, language });
  const { graph, before } = breakLoops(whole, language);
  if (graph.modules.length > MAX_MODULES) {
    throw new AppError('import.too_many_modules', { max: MAX_MODULES });
  }
  for (const { modules, broken } of placed.values()) {
    if (modules.some(({ id }) => before.has(id))) broken.add('loop_waits');
  }
  const blocks = [...placed.values()].map(entryOf);
  const isGuessed = routes.start().isGuessed || wayIn(placed, routes) === null;
  const notes = notesOn(typebot, names, isGuessed && graph.start !== null);
  return { name: typebot.name, graph, report: { version: typebot.version, notes, blocks } };
}

interface Whole {
  readonly typebot: Typebot;
  readonly names: Names;
  readonly routes: Routes;
  readonly language: Language;
  readonly linkVariable: string;
}

function convertAll({
  typebot,
  names,
  routes,
  language,
  linkVariable,
}: Whole): Map<string, Converted> {
  const merges = mergesIn(typebot, routes);
  const writers = writersIn(typebot);
  const lists = listsIn(typebot);
  const common = {
    language,
    words: WORDS[language],
    names,
    writersOf: (id: unknown) => writers.get(String(id)) ?? NOBODY,
    isList: (id: unknown) => lists.has(String(id)),
    leadsSomewhere: (target: Place) => routes.at(target) !== null,
    returns: routes.jumpsWithReturn().map(({ id }) => id),
    returnVariable: names.fresh('return_to'),
    links: linksOf(routes),
    linkVariable,
  };
  return new Map(
    typebot.groups.flatMap(({ title, blocks }) =>
      blocks.map((block): [string, Converted] => {
        const question = questionFor(block, merges, names);
        const goesOn = routes.after(block) !== null;
        const around: Surroundings = { ...common, title, question, goesOn };
        return [block.id, convertOne(block, around, merges)];
      }),
    ),
  );
}

const NOBODY: ReadonlySet<string> = new Set();
const NOTHING: Converted = { modules: [], reasons: [] };

function convertOne(block: Block, around: Surroundings, merges: Merges): Converted {
  const { convert, asks = false } = kindOf(block.type);
  const converted = convert(block, around);
  if (asks && !converted.isLeft && hasOwnButton(block)) {
    return { ...converted, reasons: [...converted.reasons, 'button_left'] };
  }
  if (!merges.asked.has(block.id)) return converted;
  // The last piece of the text is the question's.
  return { ...converted, modules: converted.modules.slice(0, -1) };
}

function questionFor({ id }: Block, { questions }: Merges, names: Names): string | null {
  const asked = questions.get(id);
  if (!asked) return null;
  const conversion = new Conversion({ names });
  const words = conversion.text(bubbleText(asked.content, conversion.reasons));
  return divide(words, conversion.reasons).at(-1) ?? null;
}

function place(typebot: Typebot, converted: ReadonlyMap<string, Converted>): Map<string, Placed> {
  const column = columns(typebot.groups);
  const placed = new Map<string, Placed>();
  let count = 0;
  for (const group of typebot.groups) {
    let row = 0;
    for (const block of group.blocks) {
      const result = converted.get(block.id) ?? NOTHING;
      const modules = result.modules.map(({ type, settings }) => {
        const position = placeIn(column.get(group.id) ?? 0, row++);
        return { id: `m${++count}`, type, settings: { ...settings }, position };
      });
      placed.set(block.id, { block, group, converted: result, modules, broken: new Set() });
    }
  }
  return placed;
}

type AllPlaced = ReadonlyMap<string, Placed>;

function connect(placed: AllPlaced, routes: Routes, way: WayBack): Graph {
  const all = [...placed.values()];
  const ways = all.flatMap((each) => waysFrom(each, placed, routes));
  for (const each of all) aimJumps(each, placed, routes);
  const modules = all.flatMap((each) => each.modules);
  const edges = ways.flatMap(({ to, ...from }) => (to === null ? [] : [{ ...from, to }]));
  const ends = ways.filter(({ to }) => to === null);
  const start = wayIn(placed, routes) ?? modules[0]?.id ?? null;
  const links = linksOf(routes).flatMap((id) => {
    const link = placed.get(id);
    const jump = link?.modules.at(-1);
    if (!link || jump?.type !== 'jump') return [];
    const onward = entryOfBlock(routes.after(link.block), placed, routes);
    const marks = link.modules[0]?.id ?? '';
    return [{ marks, linked: String(jump.settings.module), onward }];
  });
  const graph = comeBack({ start, modules, edges }, ends, links, way);
  return { ...graph, modules: referToOptions(graph.modules) };
}

/** Null where the file says no start, or one from which nothing is met. */
const wayIn = (placed: AllPlaced, routes: Routes): string | null =>
  entryOfBlock(routes.start().block, placed, routes);

/** As many as one condition can tell apart. */
const MAX_LINKS = 50;

const linksOf = (routes: Routes): string[] =>
  routes
    .linksWithReturn()
    .slice(0, MAX_LINKS)
    .map(({ id }) => id);

function waysFrom(from: Placed, placed: AllPlaced, routes: Routes): Exit[] {
  return from.converted.modules.flatMap((made, at) =>
    Object.entries(waysOf(made)).flatMap(([branch, way]) => {
      const to = follow(way, { from, at, placed, routes });
      const source = from.modules[at];
      return source ? [{ from: source.id, branch, to }] : [];
    }),
  );
}

/** A module goes on by its branch `next`, but those that decide or jump. */
function waysOf({ type, ways, jumpsTo }: Made): Readonly<Record<string, Way>> {
  const decides = type === 'choice' || type === 'condition' || jumpsTo !== undefined;
  return decides ? { ...ways } : { next: { to: 'following' }, ...ways };
}

interface At {
  readonly from: Placed;
  readonly at: number;
  readonly placed: AllPlaced;
  readonly routes: Routes;
}

/** The module to which a way leads; null where the chat ends. */
function follow(way: Way, { from, at, placed, routes }: At): string | null {
  const onward = (block: Block) => {
    const next = routes.after(block);
    if (next === null && block.edgeId !== '') from.broken.add('edge_missing');
    return entryOfBlock(next, placed, routes);
  };
  switch (way.to) {
    case 'following':
      return from.modules[at + 1]?.id ?? onward(from.block);
    case 'onward':
      return onward(from.block);
    case 'item': {
      const target = routes.byEdge(way.edgeId);
      if (target === null) from.broken.add('edge_missing');
      return entryOfBlock(target, placed, routes);
    }
    case 'after': {
      const other = placed.get(way.blockId);
      return other ? onward(other.block) : null;
    }
  }
}

/** The first module that is met from there on; a circle of blocks without modules leads nowhere. */
function entryOfBlock(block: Block | null, placed: AllPlaced, routes: Routes): string | null {
  const passed = new Set<Block>();
  for (let at = block; at !== null && !passed.has(at); at = routes.after(at)) {
    passed.add(at);
    const [first] = placed.get(at.id)?.modules ?? [];
    if (first) return first.id;
  }
  return null;
}

function aimJumps({ converted, modules }: Placed, placed: AllPlaced, routes: Routes): void {
  converted.modules.forEach(({ jumpsTo }, at) => {
    const jump = modules[at];
    if (!jumpsTo || !jump) return;
    const module = entryOfBlock(routes.at(jumpsTo), placed, routes);
    // Where nothing is left to be met, the chat ends there as well.
    if (module === null) Object.assign(jump, { type: 'end', settings: { text: '' } });
    else jump.settings.module = module;
  });
}

function entryOf({ block, group, converted, broken }: Placed): ImportedBlock {
  const reasons = [...new Set([...converted.reasons, ...broken])];
  const outcome = converted.isLeft ? 'left' : reasons.length > 0 ? 'changed' : 'taken';
  return { id: block.id, type: block.type, group: group.title, outcome, reasons };
}

function notesOn(typebot: Typebot, names: Names, isStartGuessed: boolean): TypebotNote[] {
  const notes: Readonly<Record<TypebotNote, boolean>> = {
    start_guessed: isStartGuessed,
    events_left: typebot.hasOtherEvents,
    theme_left: typebot.hasTheme,
    results_ignored: typebot.hasResults,
    variables_renamed: names.hasChanged,
  };
  return (Object.keys(notes) as TypebotNote[]).filter((note) => notes[note]);
}
