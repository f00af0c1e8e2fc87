import { answerVariable, type BlockKind, Conversion, made, questionOf } from '../block';
import { number, object, text } from '../loose';

/** Ten as in Typebot, unless the file says otherwise. */
const DEFAULT_LENGTH = 10;

/** 0 to 10 and five stars are ratings of ours as well; scales begin at 1 and end at 10 or before. */
export const ratingInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const { options } = block;
    const conversion = new Conversion(around);
    const { left, right } = object(options.labels);
    const labels = {
      minLabel: conversion.line(text(left)),
      maxLabel: conversion.line(text(right)),
    };
    const hasIcons = options.buttonType === 'Icons';
    const length = whole(options.length, DEFAULT_LENGTH);
    const startsAt = hasIcons ? 1 : whole(options.startsAt, 0);
    conversion.because('icons_left', hasIcons && object(options.customIcon).isEnabled === true);
    const question = questionOf(block, around, conversion, around.words.one);
    const variable = answerVariable(block, around);
    const isStars = hasIcons && length === 5;
    if (isStars || (!hasIcons && startsAt === 0 && length === 10)) {
      const follow = { followLow: '', followMiddle: '', followHigh: '' };
      const scale = isStars ? 'stars' : 'nps';
      const settings = { question, variable, scale, ...labels, ...follow };
      return { modules: [made('rating', around.language, settings)], reasons: conversion.reasons };
    }
    conversion.because('icons_left', hasIcons);
    const isScale = startsAt === 1 && length >= 2 && length <= 10;
    conversion.because('scale_changed', !isScale);
    const measure = isScale
      ? { kind: 'scale', highest: length }
      : { kind: 'slider', sliderFrom: startsAt, sliderTo: endOf(startsAt, length), sliderStep: 1 };
    const item = {
      id: 'q1',
      text: question,
      ...measure,
      ...labels,
      variable,
      options: [],
      rows: [],
    };
    const settings = { question: around.words.one, questions: [item], variable };
    return {
      modules: [made('questionnaire', around.language, settings)],
      reasons: conversion.reasons,
    };
  },
};

/** Far beyond any scale; the ends of a slider have to stay within a million. */
const MAX_NUMBER = 900_000;

function whole(value: unknown, otherwise: number): number {
  const read = Math.round(number(value) ?? otherwise);
  return Math.max(-MAX_NUMBER, Math.min(read, MAX_NUMBER));
}

/** As many steps as a slider can have. */
const MAX_STEPS = 1_000;

function endOf(startsAt: number, length: number): number {
  return Math.min(Math.max(length, startsAt + 1), startsAt + MAX_STEPS);
}
