import type { Graph, ModuleNode, Section } from '../../../preload/contract';
import { boundsOf } from './bounds';
import { moveModules, type Positions } from './move-modules';
import type { SizeOf } from './size-of';

export type Frame = Pick<Section, 'x' | 'y' | 'width' | 'height'>;

/** Room between a section's edge and its modules; above them stands its name. */
const PADDING = 32;
const HEAD = 64;
/** What a name needs to be seen, in pixels. */
export const LEAST_SIZE = { width: 160, height: 96 };

export function sectionsOf({ sections = [] }: Graph): readonly Section[] {
  return sections;
}

/** A module is in all sections that its place lies in. */
export function isIn({ x, y, width, height }: Frame, place: ModuleNode['position']): boolean {
  return place.x >= x && place.x < x + width && place.y >= y && place.y < y + height;
}

export function modulesIn({ modules }: Graph, frame: Frame): ModuleNode[] {
  return modules.filter(({ position }) => isIn(frame, position));
}

/** A frame with room around modules, and around frames within it; null without any. */
export function frameAround(
  modules: readonly ModuleNode[],
  sizeOf: SizeOf,
  inner: readonly Frame[] = [],
): Frame | null {
  const boxes = [...(modules.length > 0 ? [boundsOf(modules, sizeOf)] : []), ...inner];
  const [first, ...others] = boxes;
  if (!first) return null;
  const { x, y, width, height } = others.reduce(unionOf, first);
  return {
    x: x - PADDING,
    y: y - HEAD,
    width: width + 2 * PADDING,
    height: height + HEAD + PADDING,
  };
}

export function addSection(graph: Graph, section: Section): Graph {
  return { ...graph, sections: [...sectionsOf(graph), section] };
}

export function changeSection(graph: Graph, id: string, changes: Partial<Section>): Graph {
  const sections = sectionsOf(graph).map((section) =>
    section.id === id ? { ...section, ...changes } : section,
  );
  return { ...graph, sections };
}

/** Its modules stay. */
export function removeSection(graph: Graph, id: string): Graph {
  const { sections: _, ...rest } = graph;
  const sections = sectionsOf(graph).filter((section) => section.id !== id);
  return sections.length === 0 ? rest : { ...rest, sections };
}

/** Positions of sections by their upper left corners, and of modules by theirs. */
export function moveAll(graph: Graph, positions: Positions): Graph {
  const moved = moveModules(graph, positions);
  const sections = sectionsOf(graph);
  const places = sections.map((section) => {
    const to = positions.get(section.id);
    return to && (to.x !== section.x || to.y !== section.y)
      ? { ...section, x: to.x, y: to.y }
      : section;
  });
  const isSame = places.every((section, index) => section === sections[index]);
  return isSame ? moved : { ...moved, sections: places };
}

/** Whatever lies in a section that moves goes along: modules, and sections within it. */
export function withContents(graph: Graph, positions: Positions): Positions {
  const all = new Map(positions);
  for (const section of sectionsOf(graph)) {
    const to = positions.get(section.id);
    if (!to) continue;
    const by = { x: to.x - section.x, y: to.y - section.y };
    for (const { id, position } of modulesIn(graph, section)) {
      if (!all.has(id)) all.set(id, { x: position.x + by.x, y: position.y + by.y });
    }
    for (const inner of sectionsOf(graph)) {
      const isInner = inner.id !== section.id && isWithin(inner, section);
      if (isInner && !all.has(inner.id))
        all.set(inner.id, { x: inner.x + by.x, y: inner.y + by.y });
    }
  }
  return all;
}

function isWithin(inner: Frame, outer: Frame): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/**
 * After modules have moved by themselves, each section still holds those that it held, and those that
 * were added below one of them: it grows as far as they need.
 */
export function keepInSections(before: Graph, after: Graph, sizeOf: SizeOf): Graph {
  if (sectionsOf(after).length === 0) return after;
  const known = new Set(before.modules.map(({ id }) => id));
  const sections = sectionsOf(after).map((section) => {
    const held = new Set(modulesIn(before, section).map(({ id }) => id));
    for (const { from, to } of after.edges) if (held.has(from) && !known.has(to)) held.add(to);
    const needed = frameAround(
      after.modules.filter(({ id }) => held.has(id)),
      sizeOf,
    );
    return needed && !isWithin(needed, section)
      ? { ...section, ...unionOf(section, needed) }
      : section;
  });
  return { ...after, sections };
}

function unionOf(a: Frame, b: Frame): Frame {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/**
 * The section that each module and each section belongs to most closely: the smallest around it. Ids of
 * modules and sections never meet, as both are random.
 */
export function closestSections(graph: Graph): ReadonlyMap<string, string> {
  const bySize = smallestFirst(sectionsOf(graph));
  const closest = new Map<string, string>();
  for (const { id, position } of graph.modules) {
    const around = bySize.find((section) => isIn(section, position));
    if (around) closest.set(id, around.id);
  }
  bySize.forEach((inner, index) => {
    const around = bySize.slice(index + 1).find((outer) => isWithin(inner, outer));
    if (around) closest.set(inner.id, around.id);
  });
  return closest;
}

export function smallestFirst(sections: readonly Section[]): Section[] {
  return sections.toSorted((a, b) => a.width * a.height - b.width * b.height);
}
