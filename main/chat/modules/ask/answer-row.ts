import { columnOf } from '../../engine/chosen';
import { interpolate } from '../../engine/interpolate';
import type { StepContext, StoreEffect } from '../../engine/step';

interface Answered {
  questionId: string;
  /** As the author wrote it. */
  question: string;
  answer: string;
  /** Of an answer that was chosen. */
  optionIds?: readonly string[];
  score?: number;
}

/** One row per question and session: a changed answer takes the place of the old one. */
export function answerRow(
  context: StepContext<unknown>,
  { questionId, question, answer, optionIds, score }: Answered,
): StoreEffect {
  const { sessionId, moduleId } = context;
  return {
    store: 'answers',
    row: {
      question_id: questionId,
      question: interpolate(question, context),
      answer,
      option_ids: optionIds ? columnOf(optionIds) : null,
      score: score ?? null,
    },
    uniqueKey: JSON.stringify([sessionId, moduleId, questionId]),
    onConflict: 'replace',
  };
}
