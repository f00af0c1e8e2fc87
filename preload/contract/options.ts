import { z } from 'zod';
import { autonymOf, type ChatLanguages } from './languages';

/**
 * Where a module's settings list the options that its variable can hold. Data, not a function: the
 * builder's form and main read it alike.
 */
export const OptionDeclaration = z.object({
  /** A list each of whose items is a question with options of its own. */
  each: z.string().optional(),
  /**
   * `key`: the setting beside the options that names the variable, with its value while it is not set;
   * an empty one of a question is numbered after the setting of the same key of the module. `name`: what
   * the variable is always called. Null: only rows hold what was chosen.
   */
  variable: z.union([
    z.object({ key: z.string(), initial: z.string().optional() }),
    z.object({ name: z.string() }),
    z.null(),
  ]),
  /** Key of the list of options, and of the label in each of its items. */
  list: z.string(),
  label: z.string(),
  /** How many options an answer has, by the value of a setting beside them; one where not declared. */
  kinds: z

    .object({
      key: z.string(),
      initial: z.string(),
      of: z.record(z.string(), z.enum(['one', 'several', 'per_row'])),
      /** Of kinds whose options are in another list, its key. */
      lists: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  /** Key of the list of rows of which each is given an option. */
  rows: z.string().optional(),
  /** Options that are no items of the list: offered while `onlyWith` beside it is set, and have a label. */
  also: z
    .array(
      z.object({
        id: z.string(),
        /** Key of its label, beside the options or of the module. */
        label: z.string(),
        ofModule: z.boolean().optional(),
        onlyWith: z.string().optional(),
        /** Only of questions of these kinds. */
        kinds: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});
export type OptionDeclaration = z.infer<typeof OptionDeclaration>;

export interface OfferedOption {
  /** Within its variable; of a row's option `row=option`. */
  readonly id: string;
  readonly label: string;
}

/** What one question offers. */
export interface Offer {
  /** Null where only rows hold the answer. */
  readonly variable: string | null;
  readonly several: boolean;
  readonly options: readonly OfferedOption[];
}

type Values = Readonly<Record<string, unknown>>;

const RowSeparator = '=';

/** What the settings offer; of settings that are incomplete, as much as they say. */
export function offersOf(declaration: OptionDeclaration | undefined, settings: Values): Offer[] {
  if (!declaration) return [];
  const { each } = declaration;
  if (each === undefined) return offerOf(declaration, settings, settings, 0);
  return listIn(settings, each).flatMap((question, at) =>
    offerOf(declaration, question, settings, at),
  );
}

function offerOf(
  declaration: OptionDeclaration,
  question: Values,
  settings: Values,
  at: number,
): Offer[] {
  const { kinds, rows } = declaration;
  const kind = kinds ? textIn(question, kinds.key, kinds.initial) : '';
  const answers = kinds ? kinds.of[kind] : 'one';
  if (answers === undefined) return [];
  const variable = variableOf(declaration, question, settings, at);
  const list = kinds?.lists?.[kind] ?? declaration.list;
  const listed = listedOptions(listIn(question, list), declaration.label);
  const own =
    answers === 'per_row' && rows !== undefined ? perRow(listIn(question, rows), listed) : listed;
  const options = [...own, ...otherOptions(declaration, question, settings, kind)];
  return [{ variable, several: answers !== 'one', options }];
}

function variableOf(
  { variable, each }: OptionDeclaration,
  question: Values,
  settings: Values,
  at: number,
): string | null {
  if (variable === null || 'name' in variable) return variable?.name ?? null;
  const own = textIn(question, variable.key, variable.initial);
  if (own !== '') return own;
  const prefix = each === undefined ? '' : textIn(settings, variable.key);
  return prefix === '' ? null : `${prefix}_${at + 1}`;
}

function listedOptions(items: readonly Values[], label: string): OfferedOption[] {
  return items.flatMap((item) => {
    const id = textIn(item, 'id');
    return id === '' ? [] : [{ id, label: textIn(item, label) }];
  });
}

function perRow(rows: readonly Values[], options: readonly OfferedOption[]): OfferedOption[] {
  return rows.flatMap((row) =>
    options.map(({ id, label }) => ({
      id: [textIn(row, 'id'), id].join(RowSeparator),
      label: `${textIn(row, 'label')}: ${label}`,
    })),
  );
}

function otherOptions(
  { also = [] }: OptionDeclaration,
  question: Values,
  settings: Values,
  kind: string,
): OfferedOption[] {
  return also.flatMap(({ id, label, ofModule, onlyWith, kinds }) => {
    const words = textIn(ofModule ? settings : question, label);
    const isOffered =
      words !== '' &&
      (onlyWith === undefined || question[onlyWith] === true) &&
      (kinds?.includes(kind) ?? true);
    return isOffered ? [{ id, label: words }] : [];
  });
}

function textIn(values: Values, key: string, initial = ''): string {
  const value = Object.hasOwn(values, key) ? values[key] : initial;
  return typeof value === 'string' ? value.trim() : '';
}

function listIn(values: Values, key: string): Values[] {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return Array.isArray(value) ? value.filter(isValues) : [];
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All that the modules of an experience offer, by variable. */
export function offersByVariable(
  modules: readonly { readonly type: string; readonly settings: Values }[],
  declarationOf: (type: string) => OptionDeclaration | undefined,
): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  for (const { type, settings } of modules) {
    for (const offer of offersOf(declarationOf(type), settings)) {
      if (offer.variable === null) continue;
      const known = offers.get(offer.variable);
      offers.set(offer.variable, {
        variable: offer.variable,
        several: offer.several || (known?.several ?? false),
        options: [...(known?.options ?? []), ...offer.options],
      });
    }
  }
  return offers;
}

/** The variable that holds in which language a chat speaks. */
export const LANGUAGE_VARIABLE = 'language';

/** All that can be chosen in an experience, its language among it where there are several. */
export function offersOfChat(
  {
    modules,
    settings,
  }: {
    readonly modules: readonly { readonly type: string; readonly settings: Values }[];
    readonly settings?: { languages?: ChatLanguages | undefined } | undefined;
  },
  declarationOf: (type: string) => OptionDeclaration | undefined,
): ReadonlyMap<string, Offer> {
  const offers = offersByVariable(modules, declarationOf);
  const { languages } = settings ?? {};
  if (!languages || offers.has(LANGUAGE_VARIABLE)) return offers;
  const options = [languages.main, ...languages.others].map((id) => ({ id, label: autonymOf(id) }));
  const spoken = { variable: LANGUAGE_VARIABLE, several: false, options };
  return new Map([...offers, [LANGUAGE_VARIABLE, spoken]]);
}

/** The ids in an id of an option: those of row and option, or the option's alone. */
export function partsOfOption(id: string): string[] {
  return id.split(RowSeparator);
}

export function optionOfParts(parts: readonly string[]): string {
  return parts.join(RowSeparator);
}
