import { z } from 'zod';
import type { Prompt } from '../../../../../preload/contract';
import { itemId, label, optionalImage, optionalLabel } from '../../fields';
import { choicesAllowed, readChosen, readOne } from './entries';
import { defineKind, type SettingsOf } from './kind';
import { choiceLimits, limitWords } from './multiple';

/** Pictures are part of the settings, so there are fewer than of other options. */
const MAX_PICTURES = 20;

const settings = {
  pictures: z
    .array(z.object({ id: itemId, label, image: optionalImage, imageText: optionalLabel }))
    .max(MAX_PICTURES)
    .default([]),
  severalPictures: z.boolean().default(false),
  ...choiceLimits,
};
type Question = SettingsOf<typeof settings>;

export const pictures = defineKind({
  settings,
  chooses: 'several',
  list: 'pictures',
  needs: { pictures: 2 },
  texts: {
    en: {
      name: 'Pictures',
      settings: {
        pictures: 'Pictures',
        'pictures.item': 'Add picture',
        'pictures.label': 'Label',
        'pictures.image': 'Picture',
        'pictures.imageText': 'What the picture shows, for those who do not see it',
        severalPictures: 'Several may be chosen',
        ...limitWords.en,
      },
    },
    de: {
      name: 'Bilder',
      settings: {
        pictures: 'Bilder',
        'pictures.item': 'Bild hinzufügen',
        'pictures.label': 'Beschriftung',
        'pictures.image': 'Bild',
        'pictures.imageText': 'Was das Bild zeigt, für alle, die es nicht sehen',
        severalPictures: 'Mehrere dürfen gewählt werden',
        ...limitWords.de,
      },
    },
  },
  prompt: (question) =>
    question.severalPictures
      ? { kind: 'choices', look: 'cards', options: cards(question), ...allowed(question) }
      : { kind: 'choice', look: 'cards', options: cards(question) },
  read: (question, answer, scope) => {
    const choosable = { options: question.pictures };
    if (question.severalPictures) {
      return answer.kind === 'choices'
        ? readChosen(choosable, answer, allowed(question), scope)
        : null;
    }
    return answer.kind === 'choice' ? readOne(choosable, answer, scope) : null;
  },
});

function cards({ pictures }: Question): Extract<Prompt, { kind: 'choice' }>['options'] {
  return pictures.map(({ id, label, image, imageText }) => ({
    id,
    label,
    ...(image && { image }),
    ...(imageText && { alt: imageText }),
  }));
}

function allowed(question: Question) {
  return choicesAllowed(question.pictures.length, question);
}
