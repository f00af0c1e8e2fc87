/// <reference path="./xliff-library.d.ts" />
import { xliff2js } from 'xliff';
import { AppError } from '../../../preload/contract';
import { type ReadTranslations, type TextsToTranslate, writable } from './translation-file';

/*
 * XLIFF 2.0 (OASIS). Written here, as the library would change `&amp;` in a text; read by it. A unit's id
 * is an NMTOKEN, which has no slash: `m1:options.o1.label` is the place `m1/options.o1.label`.
 */

export function xliffOf({
  experienceId,
  experienceName,
  from,
  to,
  texts,
}: TextsToTranslate): string {
  const units = texts.map(({ place, text, where, maxLength, translation }) => {
    const target = translation?.text ?? '';
    const isCurrent = target !== '' && translation?.of === text;
    return [
      `    <unit id="${attribute(place.replace('/', ':'))}">`,
      `      <notes><note>${content(where)}</note><note>≤ ${maxLength}</note></notes>`,
      `      <segment state="${isCurrent ? 'translated' : 'initial'}">`,
      `        <source xml:space="preserve">${content(text)}</source>`,
      ...(target === ''
        ? []
        : [`        <target xml:space="preserve">${content(target)}</target>`]),
      '      </segment>',
      '    </unit>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${from}" trgLang="${to}">`,
    `  <file id="${attribute(experienceId)}" original="${attribute(experienceName)}">`,
    ...units,
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

/** Translations in a file that nobody vouches for. @throws AppError `translations.*` */
export function readXliff(xml: string): ReadTranslations {
  // What a document declares of its own can grow without end; no file for translators needs it.
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(xml)) throw new AppError('translations.forbidden');
  const read = parsed(xml);
  const [file] = Object.entries(read.resources ?? {});
  if (!file || typeof read.targetLanguage !== 'string') {
    throw new AppError('translations.unreadable');
  }
  const [experienceId, units] = file;
  return {
    experienceId,
    language: read.targetLanguage,
    entries: entriesIn(xml, unitsIn(units, 0)),
  };
}

function parsed(xml: string): { targetLanguage?: unknown; resources?: Record<string, unknown> } {
  let read: unknown;
  try {
    xliff2js(xml, (error: unknown, result: unknown) => {
      if (error) throw error;
      read = result;
    });
  } catch (error) {
    throw new AppError('translations.unreadable', {}, { cause: error });
  }
  if (typeof read !== 'object' || read === null) throw new AppError('translations.unreadable');
  return read;
}

/** Groups in groups, as tools write them; deeper than any does is damaged. */
const MAX_GROUPS = 20;

function unitsIn(units: unknown, depth: number): ReadTranslations['entries'] {
  if (typeof units !== 'object' || units === null) return [];
  if (depth > MAX_GROUPS) throw new AppError('translations.unreadable');
  return Object.entries(units).flatMap(([id, unit]) => {
    if (typeof unit !== 'object' || unit === null) return [];
    if ('groupUnits' in unit) return unitsIn(unit.groupUnits, depth + 1);
    const { source, target } = unit as { source?: unknown; target?: unknown };
    return [
      { place: placeOf(id), source: writable(textOf(source)), target: writable(textOf(target)) },
    ];
  });
}

/** Comments and plain data, which are passed over whole, and what is counted. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<unit\s(?<unit>[^<>]*)|<(?<segment>segment)(?=[\s/>])/g;

/**
 * The library keeps the last of several units with one id, and of several segments in a unit: they are
 * told apart here.
 */
function countsIn(xml: string): ReadonlyMap<string, { units: number; segments: number }> {
  const counts = new Map<string, { units: number; segments: number }>();
  let current = { units: 0, segments: 0 };
  for (const { groups: { unit, segment } = {} } of xml.matchAll(TOKEN)) {
    if (segment !== undefined) current.segments += 1;
    if (unit === undefined) continue;
    const [, id = ''] = /\bid\s*=\s*["']([^"']*)["']/.exec(unit) ?? [];
    current = counts.get(placeOf(id)) ?? { units: 0, segments: 0 };
    current.units += 1;
    counts.set(placeOf(id), current);
  }
  return counts;
}

/** Each as often as the file has it, and marked where it is only a piece. */
function entriesIn(xml: string, known: ReadTranslations['entries']): ReadTranslations['entries'] {
  const counts = countsIn(xml);
  return known.flatMap((entry) => {
    const { units, segments } = counts.get(entry.place) ?? { units: 1, segments: 1 };
    if (units > 1) return [entry, entry];
    return segments > 1 ? [{ ...entry, isCut: true }] : [entry];
  });
}

const placeOf = (id: string): string => id.replace(':', '/');

/** A tool may have put marks into a text: what they stand for stays. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map((element) => {
      const { contents, equiv, disp } = (element ?? {}) as Record<string, unknown>;
      return textOf(contents ?? equiv ?? disp ?? '');
    })
    .join('');
}

const content = (text: string): string =>
  writable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (text: string): string =>
  content(text).replaceAll('"', '&quot;').replaceAll(/\s/g, ' ');
