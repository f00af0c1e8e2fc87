import { expect, it } from 'vitest';
import type { Graph, ModuleNode } from '../../../preload/contract';
import { chain, node } from '../../../tests/support/graphs';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import { problemsOf } from './problems';

const ID = 'a'.repeat(64);
const ASSET = `asset:${ID}`;

const found = (draft: Graph, media?: ReadonlySet<string>): string[] =>
  problemsOf(draft, { modules, policy: [], columnsOf: columnNames, ...(media && { media }) })
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, moduleId, field }) => [code, moduleId, field].filter(Boolean).join(' '));

const says = (settings: ModuleNode['settings'], rest: Partial<Graph> = {}): Graph => ({
  ...chain(node('a', 'message', { text: 'Hi', ...settings })),
  ...rest,
});

it('misses what tells of a picture, a sound and a video, wherever they are in a message', () => {
  const card = { id: 'c', title: 'One', image: ASSET };
  expect(found(says({ image: ASSET, sound: ASSET, video: ASSET, cards: [card, card] }))).toEqual([
    'picture_undescribed a imageText',
    'media_untitled a soundTitle',
    'media_untitled a videoTitle',
    'picture_undescribed a cards.imageText',
  ]);
  const described = { image: ASSET, imageText: 'A cup', sound: ASSET, soundTitle: 'A song' };
  expect(found(says(described))).toEqual([]);
  expect(found(says({ image: ASSET, imageText: '  ' }))).toEqual([
    'picture_undescribed a imageText',
  ]);
});

it('asks nothing of a picture beside which its label stands', () => {
  const options = [{ id: 'o', label: 'Tea', image: ASSET }];
  const draft = chain(node('a', 'choice', { question: 'Which?', options }));
  expect(found(draft)).toEqual(['branch_unconnected a']);
});

it('misses files that the workspace does not have', () => {
  const draft = says({ image: ASSET, imageText: 'A cup' });
  expect(found(draft, new Set([ID]))).toEqual([]);
  expect(found(draft, new Set())).toEqual(['media_missing a image']);
  const look = { settings: { allowsBack: true, appearance: { logo: ASSET } } } as Partial<Graph>;
  expect(found(says({}, look), new Set())).toEqual(['look_media_missing']);
  expect(found(says({}, look), new Set([ID]))).toEqual([]);
});
