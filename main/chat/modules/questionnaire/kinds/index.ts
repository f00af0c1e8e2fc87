import type { z } from 'zod';
import type { Language, OptionDeclaration } from '../../../../../preload/contract';
import { OTHER } from '../../ask/other-option';
import { DONT_KNOW } from '../../ask/settings';
import { shownWhen } from '../../fields';
import { dropdown } from './dropdown';
import { NONE } from './entries';
import type { QuestionKind } from './kind';
import { date, iban, time, webAddress } from './lines';
import { matrix } from './matrix';
import { multiple } from './multiple';
import { pictures } from './pictures';
import { ranking } from './ranking';
import { salutation } from './salutation';
import { scale } from './scale';
import { signature } from './signature';
import { single } from './single';
import { slider } from './slider';
import { text } from './text';

/** Every kind of question, in the order in which it is offered. Adding one adds its line here. */
export const KINDS = {
  single,
  multiple,
  dropdown,
  pictures,
  ranking,
  scale,
  slider,
  matrix,
  text,
  date,
  time,
  web_address: webAddress,
  salutation,
  iban,
  signature,
};

export type KindName = keyof typeof KINDS;
export const FIRST_KIND = 'single' satisfies KindName;
export const KIND_NAMES = Object.keys(KINDS) as [KindName, ...KindName[]];

type Intersection<U> = (U extends unknown ? (each: U) => void : never) extends (
  all: infer I,
) => void
  ? I
  : never;
/** The settings of all kinds: a question keeps those of a kind that it no longer is. */
export type KindSettings = Intersection<(typeof KINDS)[KindName]['settings']>;

const named = Object.entries(KINDS) as unknown as [KindName, QuestionKind<z.ZodRawShape>][];

/** Each setting once, shown for the kinds that have it. */
export const kindSettings = Object.fromEntries(
  named.flatMap(([, { settings }]) =>
    Object.entries(settings).map(([key, schema]) => [
      key,
      shownWhen(schema as z.ZodType, 'kind', ...kindsWith(key)),
    ]),
  ),
) as unknown as KindSettings;

function kindsWith(key: string): KindName[] {
  return named.flatMap(([name, { settings }]) => (Object.hasOwn(settings, key) ? [name] : []));
}

/** Labels of the setting `kind`, of its options and of the settings that come with them. */
export function kindTexts(language: Language, path: string): Record<string, string> {
  const labels = named.flatMap(([name, { texts }]) => [
    [`${path}.kind.${name}`, texts[language].name],
    ...Object.entries(texts[language].settings).map(([key, words]) => [`${path}.${key}`, words]),
  ]);
  return Object.fromEntries(labels);
}

/** What participants choose from, of a list of questions. */
export function questionOffers(each: string): OptionDeclaration {
  const of = Object.fromEntries(
    named.flatMap(([name, { chooses }]) => (chooses === undefined ? [] : [[name, chooses]])),
  );
  const lists = Object.fromEntries(
    named.flatMap(([name, { list }]) => (list === undefined ? [] : [[name, list]])),
  );
  return {
    each,
    variable: { key: 'variable' },
    list: 'options',
    label: 'label',
    kinds: { key: 'kind', initial: FIRST_KIND, of, lists },
    rows: 'rows',
    also: [
      { id: OTHER, label: 'otherLabel', kinds: kindsWith('otherLabel') },
      { id: NONE, label: 'noneLabel', kinds: kindsWith('noneLabel') },
      { id: DONT_KNOW, label: 'dontKnow', ofModule: true, onlyWith: 'mayNotKnow' },
    ],
  };
}

/** The kind of a question, for any question: its settings hold those of every kind. */
export function kindOf({ kind }: { kind: KindName }): QuestionKind<KindSettings> {
  return KINDS[kind] as unknown as QuestionKind<KindSettings>;
}
