import { describe, expect, it } from 'vitest';
import { Graph, type Persona } from '../../../preload/contract';
import {
  addPersona,
  countAnswers,
  dropStale,
  MAX_PERSONAS,
  removePersona,
  renamePersona,
  staleAnswers,
} from './personas';

const draft: Graph = {
  start: 'ask',
  modules: [{ id: 'ask', type: 'choice', settings: {}, position: { x: 0, y: 0 } }],
  edges: [],
};
const persona = (id: string): Persona => ({
  id,
  name: 'Erika',
  answers: {
    ask: [{ kind: 'choice', option: 'a' }],
    removed: [{ kind: 'skip' }, { kind: 'skip' }],
  },
});

describe('personas of a draft', () => {
  it('are a part of it that a graph of the contract takes, and are renamed and removed', () => {
    const two = addPersona(addPersona(draft, persona('p1')), persona('p2'));
    expect(Graph.parse(two).personas).toHaveLength(2);
    expect(renamePersona(two, 'p1', 'Otto').personas?.map(({ name }) => name)).toEqual([
      'Otto',
      'Erika',
    ]);
    expect(renamePersona(two, 'p1', 'Erika')).toBe(two);
    expect(removePersona(removePersona(two, 'p1'), 'p2')).toEqual(draft);
    expect(removePersona(draft, 'p1')).toBe(draft);
  });

  it('tell how many answers no module asks for any more, and lose them on request', () => {
    const one = addPersona(draft, persona('p1'));
    expect(staleAnswers(one, persona('p1'))).toBe(2);
    const [left] = dropStale(one, 'p1').personas ?? [];
    expect(left && [countAnswers(left), staleAnswers(one, left)]).toEqual([1, 0]);
  });

  it('are no more than the contract takes', () => {
    let full = draft;
    for (let count = 0; count < MAX_PERSONAS + 1; count++)
      full = addPersona(full, persona(`p${count}`));
    expect(Graph.safeParse(full).success).toBe(true);
  });
});
