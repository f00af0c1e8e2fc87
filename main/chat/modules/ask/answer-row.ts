import { interpolate } from '../../engine/interpolate';
import type { StepContext, StoreEffect } from '../../engine/step';

interface Answered {
  questionId: string;
  /** As the author wrote it. */
  question: string;
  answer: string;
  score?: number;
}

/** One row per question and session: a changed answer takes the place of the old one. */
export function answerRow(
  context: StepContext<unknown>,
  { questionId, question, answer, score }: Answered,
): StoreEffect {
  const { sessionId, moduleId } = context;
  return {
    store: 'answers',
    row: {
      question_id: questionId,
      question: interpolate(question, context),
      answer,
      score: score ?? null,
    },
    uniqueKey: JSON.stringify([sessionId, moduleId, questionId]),
    onConflict: 'replace',
  };
}
