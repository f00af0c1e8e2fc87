import { z } from 'zod';
import { lineModule } from '../ask/line';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, optionalLabel, variableName } from '../fields';
import { timeLine } from './read-time';
import { timeSettings } from './settings';
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
    outside: longText,
    unclear: longText,
  }),
  ...inGroup('look', {
    placeholder: optionalLabel,
  }),
  ...inGroup('silence', {
    dontKnow,
  }),
  ...inGroup('rules', timeSettings),
  ...commonSettings,
});

export const time = defineModule({
  type: 'time',
  icon: 'clock',
  texts,
  words,
  ...lineModule(settings, timeLine),
});
