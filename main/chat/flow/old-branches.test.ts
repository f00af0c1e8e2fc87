import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BareChat, picked } from '../../../tests/support/chat';
import { knowsType } from '../modules/forms';
import { readExperienceFile } from './experience-file';

interface Played {
  readonly colour: string;
  readonly many: string[];
  /** Rules whose branch the last version with files of version 1 took. */
  readonly holds: string[];
}

it('a file of version 1 takes the branches that it took, whatever is answered', () => {
  const text = readFileSync('tests/fixtures/branches-of-version-1.json', 'utf8');
  const { file, plays } = JSON.parse(text) as { file: object; plays: Played[] };
  const { graph } = readExperienceFile(JSON.stringify(file), knowsType);
  for (const { colour, many, holds } of plays) {
    const chat = new BareChat(graph).start().answer(picked(colour));
    chat.answer({ kind: 'choices', options: many });
    const taken = chat.said.filter((said) => /^(colour|many) /.test(said));
    expect({ colour, many, taken }).toEqual({ colour, many, taken: holds });
  }
});
