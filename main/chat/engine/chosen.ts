import type { Offer } from '../../../preload/contract';
import type { StoredValue, Variables } from './step';

/*
 * A variable that was set by choosing holds the label that the participant read. Which options these were
 * stands beside it among the variables, under a name that no author can give: labels change, ids do not.
 */

const SUFFIX = '.id';
const SEPARATOR = ' ';

/** What was chosen: the label for people, and the ids of the options. */
export interface Chosen {
  readonly answer: string;
  readonly optionIds: readonly string[];
}

/** The variable, set to what was chosen. */
export function chose(variable: string, { answer, optionIds }: Chosen): Variables {
  return { [variable]: answer, [variable + SUFFIX]: columnOf(optionIds) };
}

/** Ids of the options that the variable was set to; null when it was set otherwise or not at all. */
export function chosenIn(variables: Variables, variable: string): readonly string[] | null {
  const ids = idsBeside(variables, variable);
  return ids === undefined ? null : ids.split(SEPARATOR).filter(Boolean);
}

/** Ids as the column `option_ids` has them. */
export function columnOf(optionIds: readonly string[]): string {
  return optionIds.join(SEPARATOR);
}

/** The variables after some are set. What is set otherwise than by choosing has no option any more. */
export function assign(variables: Variables, set: Variables): Variables {
  const stale = Object.keys(set)
    .map((name) => name + SUFFIX)
    .filter((name) => Object.hasOwn(variables, name) && !Object.hasOwn(set, name));
  const kept = Object.entries(variables).filter(([name]) => !stale.includes(name));
  return Object.fromEntries([...kept, ...Object.entries(set)]);
}

/** A variable under another name, with the options that it was set to; nothing where it is not set. */
export function carry(variables: Variables, from: string, to: string): Variables {
  if (!Object.hasOwn(variables, from)) return {};
  const ids = idsBeside(variables, from);
  return {
    [to]: variables[from] ?? '',
    ...(ids !== undefined && { [to + SUFFIX]: ids }),
  };
}

/** The same for a text of the author's that is one variable and nothing else: `${colour}`. */
export function carryMentioned(variables: Variables, text: string, to: string): Variables {
  const [, from] = /^\s*\$\{([A-Za-z_][A-Za-z0-9_]*)\}\s*$/.exec(text) ?? [];
  return from === undefined ? {} : carry(variables, from, to);
}

/** Variables that are brought along as texts, with the options whose labels these are. */
export function recognise(variables: Variables, offers: ReadonlyMap<string, Offer>): Variables {
  const known = Object.entries(variables).map(([name, value]): Variables => {
    const option = offers.get(name)?.options.find(({ label }) => label === value.trim());
    return option ? chose(name, { answer: value, optionIds: [option.id] }) : {};
  });
  return Object.assign({}, ...known, variables);
}

/** One row for each variable: what is chosen belongs to its variable's. */
export function variableRows(
  set: Variables,
): Readonly<Record<'name' | 'value' | 'option_ids', StoredValue>>[] {
  return Object.entries(set)
    .filter(([name]) => !isInternal(name))
    .map(([name, value]) => ({ name, value, option_ids: idsBeside(set, name) ?? null }));
}

const MISREAD = /[;"\r\n]/;

/** Labels in one text, with `; ` between. One that would be misread is quoted as in CSV (RFC 4180). */
export function joinLabels(labels: readonly string[]): string {
  return labels
    .map((label) => (MISREAD.test(label) ? `"${label.replaceAll('"', '""')}"` : label))
    .join('; ');
}

/** Labels as they are, without the quotes that {@link joinLabels} puts around some. */
export function unquoteLabels(joined: string): string {
  return joined.replaceAll(
    /(^|; )"((?:[^"]|"")*)"(?=; |$)/g,
    (quoted, before: string, label: string) =>
      MISREAD.test(label) ? before + label.replaceAll('""', '"') : quoted,
  );
}

function idsBeside(variables: Variables, variable: string): string | undefined {
  const name = variable + SUFFIX;
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

/** What a module keeps for itself has a dot in its name, as no variable of an author's can have. */
function isInternal(name: string): boolean {
  return name.includes('.');
}
