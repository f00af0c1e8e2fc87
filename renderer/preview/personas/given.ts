import type { ChatTurn, PathStep, Persona, Prompt, TestAnswer } from '../../../preload/contract';
import { TestAnswer as TestAnswerSchema } from '../../../preload/contract';

/** What was done at a question of the conversation. */
export interface Given {
  readonly question: string;
  readonly moduleId: string | null;
  readonly prompt: Prompt | null;
  readonly does: PathStep['does'] | { readonly kind: 'answers'; readonly answer: unknown };
}

/** Whether an answer was taken: otherwise the same is asked again. */
export function isTaken(asked: ChatTurn, next: ChatTurn): boolean {
  return asked.sessionId === next.sessionId && !next.repeats;
}

/** What is left when somebody has gone back to a question. */
export function gone(given: readonly Given[], question: string): readonly Given[] {
  const at = given.findIndex((each) => each.question === question);
  return at === -1 ? given : given.slice(0, at);
}

/** Answers by module, in their order; files, drawings, opened links and silence are no texts. */
export function answersOf(
  given: readonly Given[],
  read: (answer: TestAnswer, prompt: Prompt | null) => TestAnswer = (answer) => answer,
): Persona['answers'] {
  const answers: Record<string, TestAnswer[]> = {};
  for (const { moduleId, prompt, does } of given) {
    if (moduleId === null || does.kind !== 'answers') continue;
    const { data } = TestAnswerSchema.safeParse(does.answer);
    if (data) answers[moduleId] = [...(answers[moduleId] ?? []), read(data, prompt)];
  }
  return answers;
}
