import { useCallback } from 'react';
import { useBuilder } from '../builder-store';
import { useProblemSentence } from '../problems/use-problem-sentence';
import type { FormContext } from './field-props';

/** The sentence of the problem that belongs to a field of this module. */
export function useFieldErrors(moduleId: string): FormContext['errorAt'] {
  const problems = useBuilder((state) => state.problemsByModule.get(moduleId));
  const sentenceOf = useProblemSentence();
  return useCallback(
    (path, value) => {
      const problem = problems?.find(({ field }) => field === path);
      // Items of a list share a path: only those where something is missing are marked for it.
      const isElsewhere = problem?.code === 'setting_missing' && !isBlank(value);
      return problem && !isElsewhere ? sentenceOf(problem) : undefined;
    },
    [problems, sentenceOf],
  );
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}
