import { answerVariable, type BlockKind, Conversion, made, questionOf } from '../block';
import { number as numberIn, object, text } from '../loose';
import type { Block } from '../read-typebot';

/** What Typebot shows in an empty input, where the author wrote it. */
export function placeholderOf({ options }: Block, conversion: Conversion) {
  const { placeholder } = object(options.labels);
  return typeof placeholder === 'string' ? { placeholder: conversion.line(placeholder) } : {};
}

/** What is said when the answer will not do. */
export function againOf({ options }: Block, conversion: Conversion) {
  const invalid = conversion.line(text(options.retryMessageContent), 1_000);
  return invalid ? { invalid } : {};
}

export const textInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    const { options } = block;
    const { audioClip, attachments } = options;
    const hasMore = [audioClip, attachments].some((part) => object(part).isEnabled === true);
    conversion.because('attachments_left', hasMore);
    const settings = {
      question: questionOf(block, around, conversion, around.words.yourAnswer),
      variable: answerVariable(block, around),
      multiLine: options.isLong === true,
      maxLength: 5_000,
      ...placeholderOf(block, conversion),
    };
    return {
      modules: [made('free_text', around.language, settings)],
      reasons: conversion.reasons,
    };
  },
};

export const numberInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    const { options } = block;
    const limit = (key: 'min' | 'max') => {
      const value = numberIn(options[key]);
      conversion.because('limit_left', value === null && text(options[key]) !== '');
      return value === null ? {} : { [key]: value };
    };
    const limits = { ...limit('min'), ...limit('max') };
    const { min = -Infinity, max = Infinity } = limits as { min?: number; max?: number };
    conversion.because('limit_left', min > max);
    const step = numberIn(options.step);
    // Steps count from the minimum: only whole ones from a whole number give whole numbers.
    const isWhole = step === 1 && Number.isInteger(Number.isFinite(min) ? min : 0);
    const hasStep = text(options.step) !== '' && text(options.step) !== 'any';
    conversion.because('step_left', hasStep && !isWhole);
    const settings = {
      question: questionOf(block, around, conversion, around.words.yourAnswer),
      variable: answerVariable(block, around),
      integer: isWhole,
      mark: around.language === 'de' ? 'comma' : 'point',
      ...(min <= max && limits),
      ...placeholderOf(block, conversion),
      ...againOf(block, conversion),
    };
    return { modules: [made('number', around.language, settings)], reasons: conversion.reasons };
  },
};
