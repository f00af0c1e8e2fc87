import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PreferenceFile } from '../../../main/app/preferences';
import { KioskSetup, Preferences } from '../../../preload/contract';
import { temporaryFolder } from '../../support/folder';
import { fuzz } from './fuzz';
import { mutateJsonText } from './mutate';

const SAVED = JSON.stringify({
  language: 'de',
  colorScheme: 'dark',
  window: { x: 10, y: 20, width: 1_200, height: 800, maximized: false },
  kiosk: { experienceId: 'summer', idleSeconds: 60, language: 'de' },
});

fuzz('a damaged file of preferences', 0.1, temporaryFolder, async (random, folder) => {
  const file = join(folder, 'preferences.json');
  writeFileSync(file, mutateJsonText(random, SAVED));
  const preferences = new PreferenceFile(file, 'en-US', () => undefined);
  Preferences.parse(preferences.get());
  if (preferences.kiosk) KioskSetup.parse(preferences.kiosk);
  await preferences.set({ language: 'en' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ language: 'en' });
  return preferences.windowBounds !== undefined;
});
