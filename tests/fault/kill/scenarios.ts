import { backup } from './backup';
import { commit } from './commit';
import { exporting } from './export';
import { goingBack } from './going-back';
import { migration } from './migration';
import { rotation } from './rotation';
import type { Scenario } from './scenario';
import { sweep } from './sweep';

export const scenarios: Readonly<Record<string, Scenario>> = {
  commit,
  sweep,
  migration,
  rotation,
  backup,
  export: exporting,
  'going back': goingBack,
};
