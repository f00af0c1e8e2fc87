import {
  type Offer,
  type OfferedOption,
  type OptionDeclaration,
  offersByVariable,
} from '../../../preload/contract';
import { plainLine } from '../text/clean-text';

/*
 * From version 1 of an experience to version 2: conditions named the label of an option, now they refer
 * to its id. What was in version 1 never changes, so what is said about it here does not follow the modules.
 */

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Settings = Record<string, Json>;

interface Module {
  readonly type: string;
  readonly settings: Settings;
}

const OFFERS: ReadonlyMap<string, OptionDeclaration> = new Map([
  ['choice', { variable: { key: 'variable', initial: 'choice' }, list: 'options', label: 'label' }],
  ['gallery', { variable: { key: 'variable' }, list: 'slides', label: 'title' }],
  [
    'questionnaire',
    {
      each: 'questions',
      variable: { key: 'variable' },
      list: 'options',
      label: 'label',
      kinds: {
        key: 'kind',
        initial: 'single',
        of: { single: 'one', multiple: 'several', matrix: 'per_row' },
      },
      rows: 'rows',
      also: [{ id: 'i_dont_know', label: 'dontKnow', ofModule: true, onlyWith: 'mayNotKnow' }],
    },
  ],
  ['loyalty_rewards', { variable: { name: 'reward' }, list: 'rewards', label: 'name' }],
  ['giveaway', { variable: { name: 'giveaway_title' }, list: 'giveaways', label: 'name' }],
  ['instant_win', { variable: { name: 'prize_name' }, list: 'prizes', label: 'name' }],
]);

/** What was stored when somebody did not know, whatever the label said. */
const DONT_KNOW = 'i_dont_know';

/**
 * The same modules, whose conditions refer to the options that they mean. A rule stays as it is whose
 * value is no label of its variable, or whose variable can hold an option of another one: it was handed
 * over by another variable or experience (`handedOver`). Where a module sets the variable to a text as
 * well, the rule keeps the text beside.
 */
export function referToOptions<M extends Module>(
  modules: readonly M[],
  handedOver: ReadonlySet<string> = new Set(),
): M[] {
  const offers = new Map(offersByVariable(modules, (type) => OFFERS.get(type)));
  for (const name of [...handedOver, ...modules.flatMap(setByOthers)]) offers.delete(name);
  const setOtherwise = new Set(modules.flatMap(setByText));
  return modules.map((module) => {
    const { rules } = module.settings;
    if (module.type !== 'condition' || !Array.isArray(rules)) return module;
    const changed = rules.map((rule) =>
      isObject(rule) ? referring(rule, offers, setOtherwise) : rule,
    );
    return { ...module, settings: { ...module.settings, rules: changed } };
  });
}

/** What an experience hands over to others. */
export interface Crossings {
  readonly sets: readonly string[];
  readonly ways: readonly {
    /** Id of the experience to which it leads. */
    readonly to: string;
    /** With all that is known then. */
    readonly takesAll: boolean;
    readonly inputs: readonly string[];
  }[];
}

export function crossingsOf(modules: readonly Module[]): Crossings {
  const jumps = modules.filter(
    ({ type, settings }) => type === 'jump' && settings.target !== 'module',
  );
  const offered = offersByVariable(modules, (type) => OFFERS.get(type)).keys();
  return {
    sets: [...offered, ...modules.flatMap(setByText), ...modules.flatMap(setByOthers)],
    ways: jumps.map(({ settings: { experience, takesAll, inputs } }) => ({
      to: String(experience),
      takesAll: takesAll !== false,
      inputs: namesIn(inputs, 'variable'),
    })),
  };
}

/** Variables with which others can lead to the experience, by way of further ones as well. */
export function handedOverTo(id: string, all: ReadonlyMap<string, readonly Crossings[]>): string[] {
  const others = [...all].flatMap(([from, each]) => (from === id ? [] : each));
  const ways = [...all.values()].flat().flatMap((each) => each.ways);
  const into = ways.filter(({ to }) => to === id);
  if (!into.some(({ takesAll }) => takesAll)) return into.flatMap(({ inputs }) => inputs);
  const known = others.filter((each) => each.ways.length > 0).flatMap(({ sets }) => sets);
  return [...known, ...ways.flatMap(({ inputs }) => inputs)];
}

/** What a module sets to what another variable holds, with the options of that one. */
function setByOthers({ type, settings }: Module): string[] {
  if (type === 'jump') return namesIn(settings.outputs, 'to');
  if (type !== 'set_variables' || !Array.isArray(settings.variables)) return [];
  const mentions = settings.variables.filter(
    (each) => isObject(each) && typeof each.text === 'string' && isTemplate(each.text),
  );
  return namesIn(mentions, 'variable');
}

function setByText({ type, settings }: Module): string[] {
  if (type === 'set_variables') return namesIn(settings.variables, 'variable');
  if (type === 'questionnaire') {
    const questions = Array.isArray(settings.questions) ? settings.questions : [];
    return namesIn(
      questions.filter((each) => isObject(each) && ['scale', 'text'].includes(String(each.kind))),
      'variable',
    );
  }
  return OFFERS.has(type) || typeof settings.variable !== 'string'
    ? []
    : [settings.variable.trim()];
}

function namesIn(list: Json | undefined, key: string): string[] {
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const name = isObject(item) ? item[key] : undefined;
    return typeof name === 'string' ? [name.trim()] : [];
  });
}

function referring(
  rule: Settings,
  offers: ReadonlyMap<string, Offer>,
  setOtherwise: ReadonlySet<string>,
): Settings {
  const { variable, value, operator = 'is' } = rule;
  if (typeof variable !== 'string' || typeof value !== 'string' || value.trim() === '') return rule;
  const offer = offers.get(variable.trim());
  // What reads differently in each chat is compared in the chat.
  if ([value, ...(offer?.options ?? []).map(({ label }) => label)].some(isTemplate)) return rule;
  const wanted = offer ? wantedBy(operator, value) : null;
  if (!offer || !wanted) return rule;
  const matches = wanted.map((text) => ({ text, meant: optionsMeant(offer, operator, text) }));
  const meant = new Set(matches.flatMap((match) => match.meant));
  const options = [...new Set([...meant].map(({ id }) => id))];
  // Ids are unique within a list only: one that other labels have as well says nothing.
  const isAmbiguous = offer.options.some((each) => options.includes(each.id) && !meant.has(each));
  if (options.length === 0 || isAmbiguous) return rule;
  const left = matches.filter((match) => match.meant.length === 0).map(({ text }) => text.trim());
  return {
    ...rule,
    options,
    value: setOtherwise.has(variable.trim()) ? value : left.join(', '),
  };
}

/** The texts with which the operator compared; null for one that does not ask which option it is. */
function wantedBy(operator: Json, value: string): string[] | null {
  switch (operator) {
    case 'is':
    case 'is_not':
    case 'contains':
      return [value];
    case 'one_of':
      return value.split(',');
    default:
      return null;
  }
}

function optionsMeant({ options }: Offer, operator: Json, text: string): OfferedOption[] {
  // A part of a label was enough, of one answer and of several.
  const isPart = operator === 'contains';
  const wanted = comparable(text);
  return options.filter(({ id, label }) =>
    id === DONT_KNOW
      ? wanted === DONT_KNOW
      : isPart
        ? comparable(label).includes(wanted)
        : isSame(comparable(label), wanted),
  );
}

function isTemplate(text: string): boolean {
  return text.includes('${');
}

/** As conditions compared: 7 is 7.0. */
function isSame(a: string, b: string): boolean {
  return a === b || (isNumber(a) && isNumber(b) && Number(a) === Number(b));
}

function isNumber(text: string): boolean {
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text);
}

function comparable(text: string): string {
  return plainLine(text).toLowerCase();
}

function isObject(value: Json): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
