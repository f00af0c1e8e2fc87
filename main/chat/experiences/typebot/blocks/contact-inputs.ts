import { COUNTRIES } from '../../../modules/ask/countries';
import { answerVariable, type BlockKind, Conversion, made, questionOf } from '../block';
import { text } from '../loose';
import type { Block } from '../read-typebot';
import { setTo } from './set-variable';
import { againOf, placeholderOf } from './text-inputs';

export const emailInput = contact('email');
export const phoneInput = contact('phone');

/**
 * Our questions keep the answer in a variable of their own, by which the chat knows a person; another
 * variable of the file gets the same value behind it.
 */
function contact(type: 'email' | 'phone'): BlockKind {
  return {
    asks: true,
    convert: (block, around) => {
      const { language, names } = around;
      const conversion = new Conversion(around);
      const initial = made(type, language, {});
      const settings = {
        question: questionOf(block, around, conversion, String(initial.settings.question)),
        ...(type === 'phone' && countryOf(block, conversion)),
        ...placeholderOf(block, conversion),
        ...againOf(block, conversion),
      };
      const variable = names.byId(block.options.variableId);
      const copy =
        variable !== null && variable !== type ? [setTo(variable, `\${${type}}`, language)] : [];
      return { modules: [made(type, language, settings), ...copy], reasons: conversion.reasons };
    },
  };
}

/** Any address, as Typebot takes it. */
export const urlInput: BlockKind = {
  asks: true,
  convert: (block, around) => {
    const conversion = new Conversion(around);
    const initial = made('web_address', around.language, {});
    const settings = {
      question: questionOf(block, around, conversion, String(initial.settings.question)),
      variable: answerVariable(block, around),
      allowsPrivate: true,
      ...placeholderOf(block, conversion),
      ...againOf(block, conversion),
    };
    return {
      modules: [made('web_address', around.language, settings)],
      reasons: conversion.reasons,
    };
  },
};

function countryOf({ options }: Block, conversion: Conversion) {
  const country = text(options.defaultCountryCode).toUpperCase();
  const isKnown = COUNTRIES.includes(country);
  conversion.because('country_assumed', !isKnown);
  return isKnown ? { country } : {};
}
