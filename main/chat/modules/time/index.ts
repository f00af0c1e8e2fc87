import { z } from 'zod';
import { asking, type Question, questionBranches } from '../ask/asking';
import { lineQuestion } from '../ask/line';
import { askSettings, dontKnow } from '../ask/settings';
import { defineModule } from '../define-module';
import { longText, more, optionalLabel, variableName } from '../fields';
import { timeLine } from './read-time';
import { timeSettings } from './settings';
import { texts } from './texts';

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

const line: Question<z.infer<typeof settings>> = lineQuestion(timeLine);

export const time = defineModule({
  type: 'time',
  group: 'ask',
  icon: 'clock',
  settings,
  texts,
  branches: questionBranches(),
  stores: { variables: 60 },
  summary: 'question',
  ...asking(line),
});
