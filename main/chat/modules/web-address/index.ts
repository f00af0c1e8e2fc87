import { z } from 'zod';
import { lineModule } from '../ask/line';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { inGroup, longText, optionalLabel, variableName } from '../fields';
import { webLine } from './read-web-address';
import { webSettings } from './settings';
import { texts } from './texts';
import { words } from './words';

const { question, ...commonSettings } = askSettings;
const { http, allowsPrivate } = webSettings;

const settings = z.object({
  ...inGroup('content', {
    question,
  }),
  ...inGroup('storage', {
    variable: variableName,
  }),
  ...inGroup('look', {
    placeholder: optionalLabel,
  }),
  ...inGroup('rules', {
    http,
    allowsPrivate: allowsPrivate,
  }),
  ...inGroup('replies', {
    invalid: longText,
    credentials: longText,
    notPublic: longText,
  }),
  ...inGroup('silence', {
    dontKnow,
  }),
  ...commonSettings,
});

export const webAddress = defineModule({
  type: 'web_address',
  icon: 'globe',
  texts,
  words,
  ...lineModule(settings, webLine),
});
