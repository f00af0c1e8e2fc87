import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Graph } from '../../../preload/contract';
import { BareChat, picked } from '../../../tests/support/chat';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import { knowsType } from '../modules/forms';
import { experienceFile, readExperienceFile } from './experience-file';
import { problemsOf } from './problems';

const textOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/cases', name), 'utf8');
const read = (text: string): Graph => readExperienceFile(text, knowsType).graph;
const problemsIn = (graph: Graph) =>
  problemsOf(graph, { modules, policy: [], columnsOf: columnNames }).map(({ code }) => code);

it('says that a rule asks for a label which the option no longer has', () => {
  const graph = read(textOf('experience-renamed-label.json'));
  expect(problemsIn(graph)).toContain('option_text_unknown');
});

it('follows an option that is renamed, in a file of version 1 and in one of this version', () => {
  const before = textOf('experience-renamed-label.json').replace('Crimson', 'Red');
  const graph = read(before);
  expect(problemsIn(graph)).not.toContain('option_text_unknown');
  const again = read(experienceFile({ name: 'Hello', graph }));
  expect(again).toEqual(graph);
  for (const each of [graph, again]) {
    const renamed = JSON.parse(JSON.stringify(each).replace('"label":"Red"', '"label":"Crimson"'));
    const chat = new BareChat(renamed).start().answer(picked('r'));
    expect(chat.said).toContain('You took red');
    expect(chat.turns.flatMap(({ effects }) => effects).map(({ row }) => row)).toEqual([
      { name: 'colour', value: 'Crimson', option_ids: 'r' },
    ]);
    expect(problemsIn(renamed)).toEqual(problemsIn(graph));
    expect(new BareChat(renamed).start().answer(picked('b')).said).toEqual(['Colour?', 'Done']);
  }
});

it('tells several answers apart, whatever their labels are', () => {
  const graph = read(textOf('experience-labels-with-separator.json'));
  const answered = (...options: string[]) => {
    const chat = new BareChat(graph).start().answer({ kind: 'choices', options });
    const row = chat.last.effects.find(({ store }) => store === 'answers')?.row;
    return [row?.answer, row?.option_ids];
  };
  expect(answered('1', '2')).toEqual(['"Red; dark"; Blue', '1 2']);
  expect(answered('3', '4')).toEqual(['"dark; Blue"; Red', '3 4']);
  expect(answered('1')).toEqual(['"Red; dark"', '1']);
  expect(answered()).toEqual(['', '']);
});
