import type { TypebotReason } from '../../../../preload/contract';
import { expressionFrom } from './expression-from';
import type { Names } from './names';

/** `{{= code =}}` and `{{Name}}`, as Typebot reads them. */
const PLACEHOLDER = /\{\{=(.{1,500}?)=\}\}|\{\{([^{}]{1,300})\}\}/g;

/**
 * A text of Typebot with its variables in our notation. What Typebot shows as it is, `${`, would be an
 * expression of ours, and becomes one that gives these two signs. A variable that the file does not
 * have shows nothing in Typebot either.
 */
export function template(source: string, names: Names, lost: Set<TypebotReason>): string {
  let made = '';
  let at = 0;
  for (const match of source.matchAll(PLACEHOLDER)) {
    const [whole, code, name = ''] = match;
    made += literal(source.slice(at, match.index));
    made += code === undefined ? reference(names.byName(name)) : worked(code, names, lost);
    at = match.index + whole.length;
  }
  return made + literal(source.slice(at));
}

const literal = (text: string): string => text.replaceAll('${', '${"${"}');

const reference = (name: string | null): string => (name === null ? '' : `\${${name}}`);

function worked(code: string, names: Names, lost: Set<TypebotReason>): string {
  const read = expressionFrom(code.trim(), names);
  if (!read?.isExact) lost.add(read ? 'translated' : 'code_in_text');
  return read ? `\${${read.expression}}` : '';
}

/** The same on one line, cut where it would be longer than `max`. */
export function shortTemplate(
  source: string,
  max: number,
  names: Names,
  lost: Set<TypebotReason>,
): string {
  const line = source
    .slice(0, 4 * max)
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .trim();
  for (let length = line.length; ; length = Math.floor(length * 0.8)) {
    const made = template(line.slice(0, length).toWellFormed(), names, lost).trim();
    if (made.length > max) continue;
    if (length < line.length || source.length > 4 * max) lost.add('shortened');
    return made;
  }
}
