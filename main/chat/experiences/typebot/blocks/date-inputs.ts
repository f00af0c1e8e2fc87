import { answerVariable, type BlockKind, Conversion, made, questionOf } from '../block';
import { object, text } from '../loose';
import type { Block } from '../read-typebot';
import { setTo } from './set-variable';
import { againOf } from './text-inputs';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ISO_FORMAT = /^y{1,4}-MM-dd$/;

/** A longer question stands before both days, as their own labels would not fit behind it. */
const MAX_QUESTION = 4_500;

export const dateInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const { options } = block;
    const { language, words, names } = around;
    const conversion = new Conversion(around);
    conversion.because('date_form', !ISO_FORMAT.test(text(options.format)));
    conversion.because('time_left', options.hasTime === true);
    const initial = made('date', language, {});
    const question = questionOf(block, around, conversion, String(initial.settings.question));
    const variable = answerVariable(block, around);
    const limits = { ...limitsOf(block, conversion), ...againOf(block, conversion) };
    const ask = (asked: string, keptIn: string) =>
      made('date', language, { question: asked, variable: keptIn, ...limits });
    if (options.isRange !== true) {
      return { modules: [ask(question, variable)], reasons: conversion.reasons };
    }
    conversion.because('two_dates');
    const { from, to } = object(options.labels);
    const isLong = question.length > MAX_QUESTION;
    const shared = isLong ? '' : question;
    const named = (label: unknown, otherwise: string) => {
      const line = conversion.line(text(label));
      return (line ? `${shared}\n${line}` : otherwise).trim();
    };
    const [first, last] = [names.fresh(`${variable}_from`), names.fresh(`${variable}_to`)];
    return {
      modules: [
        ...(isLong ? [made('message', language, { text: question })] : []),
        ask(named(from, words.from(shared)), first),
        ask(named(to, words.until(shared)), last),
        setTo(variable, `\${${first}}${words.between}\${${last}}`, language),
      ],
      reasons: conversion.reasons,
    };
  },
};

function limitsOf({ options }: Block, conversion: Conversion) {
  const [from, to] = [text(options.min).slice(0, 10), text(options.max).slice(0, 10)];
  const isKnown = [from, to].every((day) => day === '' || isDay(day)) && !(from && to && from > to);
  conversion.because('limit_left', !isKnown);
  return isKnown && (from || to) ? { range: 'between', from, to } : {};
}

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** `HH:mm` of Unicode's dates, as ours are kept. */
const USUAL_TIMES = new Set(['', 'HH:mm']);

export const timeInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    conversion.because('date_form', !USUAL_TIMES.has(text(block.options.format)));
    const initial = made('time', around.language, {});
    const settings = {
      question: questionOf(block, around, conversion, String(initial.settings.question)),
      variable: answerVariable(block, around),
      ...againOf(block, conversion),
    };
    return { modules: [made('time', around.language, settings)], reasons: conversion.reasons };
  },
};
