import { z } from 'zod';
import { lineModule } from '../ask/line';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, variableName } from '../fields';
import { ibanLine } from './read-iban';
import { ibanSettings } from './settings';
import { texts } from './texts';
import { words } from './words';

const { question, ...commonSettings } = askSettings;

const settings = z.object({
  question,
  variable: variableName,
  ...ibanSettings,
  invalid: longText,
  wrongCheck: longText,
  tooShort: more(longText),
  tooLong: more(longText),
  unknownCountry: more(longText),
  otherCountry: more(longText),
  placeholder: more(optionalLabel),
  dontKnow,
  ...commonSettings,
});

export const iban = defineModule({
  type: 'iban',
  icon: 'landmark',
  texts,
  words,
  ...lineModule(settings, ibanLine),
});
