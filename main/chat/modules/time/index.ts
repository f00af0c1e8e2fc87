import { z } from 'zod';
import { lineModule } from '../ask/line';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, variableName } from '../fields';
import { timeLine } from './read-time';
import { timeSettings } from './settings';
import { texts } from './texts';
import { words } from './words';

const { question, ...commonSettings } = askSettings;

const settings = z.object({
  question,
  variable: variableName,
  ...timeSettings,
  invalid: longText,
  outside: longText,
  unclear: more(longText),
  placeholder: more(optionalLabel),
  dontKnow,
  ...commonSettings,
});

export const time = defineModule({
  type: 'time',
  icon: 'clock',
  texts,
  words,
  ...lineModule(settings, timeLine),
});
