import { describe, expect, it } from 'vitest';
import type { ModuleNode } from '../../../../preload/contract';
import { BareChat, picked } from '../../../../tests/support/chat';
import { chain } from '../../../../tests/support/graphs';
import { added, ask } from '../../../../tests/support/questions';

const question = (id: string, points = 1) => ({
  id,
  text: `Question ${id}`,
  points,
  options: [
    { id: 'right', label: 'Right', isRight: true },
    { id: 'wrong', label: 'Wrong', isRight: false },
  ],
});
const questions = [question('a'), question('b', 3)] as never;

const play = (settings: ModuleNode['settings'] = {}) =>
  new BareChat(chain(added('quiz', { questions, ...settings }))).start();

describe('quiz', () => {
  it('counts the points of right answers, and says the result', () => {
    const chat = play({ rightText: 'Right!', wrongText: 'Wrong!' });
    chat.answer(picked('wrong')).answer(picked('right'));
    expect(chat.said).toEqual([
      'How much do you know? Let us see.',
      'Question a',
      'Wrong!',
      'Question b',
      'Right!',
      'You have 3 of 4 points. Well done!',
    ]);
    const rows = chat.turns.flatMap(({ effects }) => effects).filter((e) => e.store === 'answers');
    expect(rows.map(({ row }) => [row.question_id, row.answer, row.score])).toEqual([
      ['a', 'Wrong', 0],
      ['b', 'Right', 3],
    ]);
    expect(chat.state).toMatchObject({ variables: { quiz_score: '3', quiz_max_score: '4' } });
  });

  it.each([
    [75, 'passed'],
    [76, 'failed'],
    [0, 'passed'],
    [100, 'failed'],
  ])('with a mark of %i %%, 3 of 4 points have %s', (passPercent, branch) => {
    const last = ask('quiz', { questions, passPercent });
    const result = last.answer(picked('right'), { memory: { at: '1', score: '0' } });
    expect(result).toMatchObject({ go: [branch, 'next'] });
  });

  it('does not tell which answer is right, and asks again for one that there is not', () => {
    const chat = play();
    expect(JSON.stringify(chat.state)).not.toContain('isRight');
    chat.answer(picked('wrong')).answer(picked('constructor'));
    expect(chat.state).toMatchObject({ prompt: { progress: { step: 2, of: 2 } } });
    expect(chat.answer(picked('right')).state).toMatchObject({ variables: { quiz_score: '3' } });
  });

  it('is not played twice where the result is to be kept', () => {
    const variables = { quiz_score: '1', quiz_max_score: '4' };
    expect(ask('quiz', { questions, whenKnown: 'keep' }).enter({ variables })).toEqual({
      go: ['failed', 'next'],
    });
    expect(ask('quiz', { questions, whenKnown: 'offer' }).enter({ variables })).toMatchObject({
      say: ['I have noted:', '${quiz_score} / ${quiz_max_score}'],
    });
  });

  it('needs a right answer to each question', () => {
    const options = [
      { id: 'a', label: 'A', isRight: false },
      { id: 'b', label: 'B', isRight: false },
    ];
    expect(() => play({ questions: [{ ...question('a'), options }] as never })).toThrow();
  });
});
