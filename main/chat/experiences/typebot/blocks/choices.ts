import type { TypebotReason } from '../../../../../preload/contract';
import {
  answerVariable,
  type BlockKind,
  Conversion,
  type Converted,
  made,
  questionOf,
  type Surroundings,
  type Way,
} from '../block';
import { isObject, list, object, text } from '../loose';
import type { Block, Item } from '../read-typebot';
import { textInput } from './text-inputs';

/** One thing to choose, whatever kind of block offers it. */
interface Option {
  readonly label: string;
  readonly edgeId: string;
}

const MAX_REPLIES = 20;
const MAX_OPTIONS = 50;

export const choiceInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    if (text(block.options.dynamicVariableId)) return typedInstead(block, around);
    conversion.because(
      'value_is_label',
      block.items.some(({ raw }) => isOtherValue(raw.value, raw.content)),
    );
    const options = optionsOf(block.items, (item) => text(item.raw.content), around, conversion);
    return offer(block, options, around, conversion);
  },
};

export const pictureChoiceInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    if (object(block.options.dynamicItems).isEnabled === true) return typedInstead(block, around);
    const has = (key: string) => block.items.some(({ raw }) => text(raw[key]) !== '');
    conversion.because('pictures_left', has('pictureSrc'));
    conversion.because('fields_left', has('description'));
    const isOther = ({ raw }: Item) => isOtherValue(raw.value, raw.title);
    conversion.because('value_is_label', block.items.some(isOther));
    const options = optionsOf(block.items, (item) => text(item.raw.title), around, conversion);
    return offer(block, options, around, conversion);
  },
};

function isOtherValue(value: unknown, label: unknown): boolean {
  return text(value) !== '' && text(value) !== text(label);
}

function optionsOf(
  items: readonly Item[],
  labelOf: (item: Item) => string,
  { words }: Surroundings,
  conversion: Conversion,
): Option[] {
  const shown = items.slice(0, MAX_OPTIONS);
  conversion.because('options_dropped', items.length > MAX_OPTIONS);
  conversion.because('always_offered', items.some(hasCondition));
  return shown.map((item, at) => {
    const label = conversion.line(labelOf(item));
    conversion.because('label_added', label === '');
    return { label: label || words.option(at + 1), edgeId: item.edgeId };
  });
}

function hasCondition({ raw }: Item): boolean {
  const { displayCondition } = { ...object(raw.options), ...raw };
  return object(displayCondition).isEnabled === true;
}

function offer(
  block: Block,
  options: readonly Option[],
  around: Surroundings,
  conversion: Conversion,
): Converted {
  if (options.length === 0) return { modules: [], reasons: ['nothing_there'], isLeft: true };
  conversion.because('search_left', block.options.isSearchable === true);
  if (block.options.isMultipleChoice === true) {
    if (options.length > 1) return several(block, options, around, conversion);
    // Of one option, several cannot be chosen; Typebot leaves by the block's own edge as well.
    const only = options.map(({ label }) => ({ label, edgeId: '' }));
    return replies(block, only, around, conversion);
  }
  return options.length > MAX_REPLIES
    ? longList(block, options, around, conversion)
    : replies(block, options, around, conversion);
}

const idOf = (at: number): string => `o${at + 1}`;

const wayOf = (edgeId: string): Way => (edgeId ? { to: 'item', edgeId } : { to: 'onward' });

function replies(
  block: Block,
  options: readonly Option[],
  around: Surroundings,
  conversion: Conversion,
): Converted {
  const { language, words } = around;
  const settings = {
    question: questionOf(block, around, conversion, options.length > 1 ? words.one : words.ready),
    options: options.map(({ label }, at) => ({ id: idOf(at), label, image: '' })),
    variable: answerVariable(block, around),
    look: block.options.isSearchable === true ? 'dropdown' : 'buttons',
  };
  const ways = Object.fromEntries(options.map(({ edgeId }, at) => [idOf(at), wayOf(edgeId)]));
  return { modules: [made('choice', language, settings, { ways })], reasons: conversion.reasons };
}

/** Several answers are one text. Typebot leaves such a block by its own edge, whatever was chosen. */
function several(
  block: Block,
  options: readonly Option[],
  around: Surroundings,
  conversion: Conversion,
): Converted {
  conversion.because('several_as_text');
  const isPictures = block.type === 'picture choice input' && options.length <= MAX_REPLIES;
  const kind = isPictures ? 'pictures' : 'multiple';
  const question = asked(block, kind, options, around, conversion);
  return { modules: [question], reasons: conversion.reasons };
}

/** More options than replies can be, and a condition behind them where they lead to several places. */
function longList(
  block: Block,
  options: readonly Option[],
  around: Surroundings,
  conversion: Conversion,
): Converted {
  conversion.because('search_left');
  const question = asked(block, 'dropdown', options, around, conversion);
  const leading = options.filter(({ edgeId }) => edgeId !== '');
  if (leading.length === 0) return { modules: [question], reasons: conversion.reasons };
  const [{ variable }] = question.settings.questions as [{ variable: string }];
  const rules = leading.map(({ label }, at) => ({
    id: idOf(at),
    label,
    operator: 'is',
    variable,
    value: label,
    expression: '',
  }));
  const ways = {
    ...Object.fromEntries(leading.map(({ edgeId }, at) => [idOf(at), wayOf(edgeId)])),
    else: { to: 'onward' as const },
  };
  return {
    modules: [question, made('condition', around.language, { rules }, { ways })],
    reasons: conversion.reasons,
  };
}

function asked(
  block: Block,
  kind: 'dropdown' | 'multiple' | 'pictures',
  options: readonly Option[],
  around: Surroundings,
  conversion: Conversion,
) {
  const { language, words } = around;
  const entries = options.map(({ label }, at) => ({ id: idOf(at), label }));
  const variable = answerVariable(block, around);
  const question = {
    id: 'q1',
    text: questionOf(block, around, conversion, kind === 'dropdown' ? words.one : words.yourAnswer),
    kind,
    variable,
    ...(kind === 'pictures'
      ? { pictures: entries, severalPictures: true, options: [] }
      : { options: entries }),
    rows: [],
  };
  const hint = kind === 'dropdown' ? words.one : words.several;
  return made('questionnaire', language, { question: hint, questions: [question], variable });
}

/** What is offered comes into being while the chat runs, which ours cannot offer: it is typed. */
function typedInstead(block: Block, around: Surroundings): Converted {
  const { modules, reasons } = textInput.convert(block, around);
  const all = new Set<TypebotReason>(['list_from_variable', ...reasons]);
  return { modules, reasons: all };
}

/** Cards with a title, words and a button; each button leads where its path led. */
export const cardsInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    const { language, words } = around;
    const cards = block.items.flatMap(({ raw, edgeId }) => {
      const paths = list(raw.paths).filter(isObject);
      const buttons = paths.length > 0 ? paths : [{ text: '', outgoingEdgeId: edgeId }];
      return buttons.map((path) => ({
        raw,
        button: text(path.text),
        edgeId: text(path.outgoingEdgeId) || edgeId,
      }));
    });
    const shown = cards.slice(0, MAX_REPLIES);
    if (shown.length === 0) return { modules: [], reasons: ['nothing_there'], isLeft: true };
    conversion.because('options_dropped', cards.length > MAX_REPLIES);
    conversion.because('always_offered', block.items.some(hasCondition));
    conversion.because(
      'pictures_left',
      cards.some(({ raw }) => text(raw.imageUrl) !== ''),
    );
    const slides = shown.map(({ raw, button }, at) => {
      const title = conversion.line(text(raw.title));
      conversion.because('label_added', title === '');
      return {
        id: idOf(at),
        title: title || words.option(at + 1),
        text: conversion.line(text(raw.description), 1_000),
        image: '',
        button: conversion.line(button) || words.choose,
        branches: true,
      };
    });
    const mapping = list(block.options.saveResponseMapping).filter(isObject);
    const titled = mapping.find(({ field }) => field === 'Title');
    conversion.because(
      'fields_left',
      mapping.some((each) => each !== titled),
    );
    const ways = {
      ...Object.fromEntries(shown.map(({ edgeId }, at) => [idOf(at), wayOf(edgeId)])),
      next: { to: 'onward' as const },
    };
    const settings = {
      text: around.question ?? '',
      slides,
      onward: '',
      variable: around.names.byId(titled?.variableId ?? block.options.variableId) ?? '',
    };
    return {
      modules: [made('gallery', language, settings, { ways })],
      reasons: conversion.reasons,
    };
  },
};
