import { z } from 'zod';
import { lineModule } from '../ask/line';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, optionalLabel, variableName } from '../fields';
import { ibanLine } from './read-iban';
import { ibanSettings } from './settings';
import { texts } from './texts';
import { words } from './words';

const { question, ...commonSettings } = askSettings;

const settings = z.object({
  ...inGroup('content', {
    question,
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...inGroup('replies', {
    invalid: longText,
    wrongCheck: longText,
    tooShort: longText,
    tooLong: longText,
    unknownCountry: longText,
    otherCountry: longText,
  }),
  ...inGroup('look', {
    placeholder: optionalLabel,
  }),
  ...inGroup('silence', {
    dontKnow,
  }),
  ...inGroup('rules', ibanSettings),
  ...commonSettings,
});

export const iban = defineModule({
  type: 'iban',
  icon: 'landmark',
  texts,
  words,
  ...lineModule(settings, ibanLine),
});
