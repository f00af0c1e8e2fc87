import { expect, it } from 'vitest';
import de from '../../../resources/locales/de/workspace.json';
import en from '../../../resources/locales/en/workspace.json';
import { recoverySheet } from './recovery-sheet';

it('says of which workspace and user the code is, since when, and what it is for', () => {
  const sheet = {
    workspace: 'Fair <b>',
    user: 'Ann',
    day: new Date(2026, 10, 30),
    code: '34679AC-DEFGHJK-LMNPQRT-UVWXY34',
  };
  const english = recoverySheet({ ...sheet, language: 'en' });
  for (const part of ['Fair &lt;b&gt;', 'Ann', 'November 30, 2026', sheet.code]) {
    expect(english).toContain(part);
  }
  const german = recoverySheet({ ...sheet, language: 'de' });
  expect(german).toContain('30. November 2026');
  // The button that it speaks of is called so.
  expect(english).toContain(en.unlock.recover);
  expect(german).toContain(de.unlock.recover);
});
