import { z } from 'zod';
import { isSlidable, readSlider } from '../../ask/slider';
import { optionalLabel } from '../../fields';
import { defineKind, type SettingsOf } from './kind';
import { scaleEnds, scaleEndWords } from './scale';

const LIMIT = 1_000_000;

const settings = {
  sliderFrom: z.number().min(-LIMIT).max(LIMIT).default(0),
  sliderTo: z.number().min(-LIMIT).max(LIMIT).default(100),
  sliderStep: z.number().min(0.001).max(LIMIT).default(1),
  unit: optionalLabel,
  ...scaleEnds,
};

export const slider = defineKind({
  settings,
  wrong: (question) => (isSlidable(stepsOf(question)) ? [] : ['sliderStep']),
  texts: {
    en: {
      name: 'Slider',
      settings: {
        sliderFrom: 'Lowest number of the slider',
        sliderTo: 'Highest number of the slider',
        sliderStep: 'Step (at most 1,000 of them)',
        unit: 'Unit, such as km (optional)',
        ...scaleEndWords.en,
      },
    },
    de: {
      name: 'Schieberegler',
      settings: {
        sliderFrom: 'Niedrigste Zahl des Reglers',
        sliderTo: 'Höchste Zahl des Reglers',
        sliderStep: 'Schrittweite (höchstens 1.000 Schritte)',
        unit: 'Einheit, etwa km (optional)',
        ...scaleEndWords.de,
      },
    },
  },
  prompt: (question) => {
    const { unit, minLabel, maxLabel } = question;
    return { kind: 'slider', ...stepsOf(question), unit, minLabel, maxLabel };
  },
  read: (question, answer) => {
    const value = answer.kind === 'slider' ? readSlider(answer.value, stepsOf(question)) : null;
    return value === null ? null : { answer: String(value), score: value };
  },
});

function stepsOf({ sliderFrom, sliderTo, sliderStep }: SettingsOf<typeof settings>) {
  return { min: sliderFrom, max: sliderTo, step: sliderStep };
}
