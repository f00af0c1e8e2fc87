import { describe, expect, it } from 'vitest';
import { answersOf, type Given, gone } from './given';
import { scriptOfPath, scriptOfPersona } from './replay';

const said = (question: string, moduleId: string, option: string): Given => ({
  question,
  moduleId,
  prompt: null,
  does: { kind: 'answers', answer: { kind: 'choice', option } },
});
const given = [said('q1', 'ask', 'a'), said('q2', 'menu', 'b'), said('q3', 'ask', 'c')];

describe('what was answered in a conversation', () => {
  it('is kept by module, one answer for each time that it asks, without files and opened links', () => {
    const drawing: Given = {
      ...said('q4', 'sign', ''),
      does: {
        kind: 'answers',
        answer: { kind: 'signature', by: 'drawing', png: new Uint8Array() },
      },
    };
    const link: Given = { ...said('q5', 'link', ''), does: { kind: 'opens' } };
    expect(answersOf([...given, drawing, link])).toEqual({
      ask: [
        { kind: 'choice', option: 'a' },
        { kind: 'choice', option: 'c' },
      ],
      menu: [{ kind: 'choice', option: 'b' }],
    });
  });

  it('loses what came after the question to which somebody went back', () => {
    expect(gone(given, 'q2').map(({ question }) => question)).toEqual(['q1']);
    expect(gone(given, 'of another chat')).toBe(given);
  });
});

describe('answers that are played again', () => {
  it('come in the order in which their module asks, until there is none', () => {
    const script = scriptOfPersona({ answers: answersOf(given) });
    const options = ['ask', 'menu', 'ask', 'ask'].map((id) => {
      const does = script(id);
      return does?.kind === 'answers' && does.answer.kind === 'choice' ? does.answer.option : null;
    });
    expect(options).toEqual(['a', 'b', 'c', null]);
  });

  it('of a way are given only to the module that it expects', () => {
    const script = scriptOfPath({
      steps: [
        { moduleId: 'ask', does: { kind: 'opens' } },
        { moduleId: 'menu', does: { kind: 'waits' } },
      ],
    });
    expect(script('menu')).toBeNull();
    expect(script('ask')).toEqual({ kind: 'opens' });
    expect(script('menu')).toEqual({ kind: 'waits' });
    expect(script('menu')).toBeNull();
  });
});
