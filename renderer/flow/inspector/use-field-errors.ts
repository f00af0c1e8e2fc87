import { useCallback } from 'react';
import type { Problem } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useProblemSentence } from '../problems/use-problem-sentence';
import type { FormContext } from './field-props';

/** The sentence of the problem that belongs to a field of this module. */
export function useFieldErrors(moduleId: string): FormContext['errorAt'] {
  const problems = useBuilder((state) => state.problemsByModule.get(moduleId));
  const sentenceOf = useProblemSentence();
  return useCallback(
    (path, value) => {
      const problem = problems?.find((each) => each.field === path && isAt(each, value));
      return problem && sentenceOf(problem);
    },
    [problems, sentenceOf],
  );
}

/** Items of a list share a path: only those are marked in which the problem is. */
function isAt({ code, params }: Problem, value: unknown): boolean {
  if (code === 'setting_missing') return isBlank(value);
  if (code === 'same_label_twice') return isSameLabel(value, params.label);
  if (code === 'option_missing') {
    return Array.isArray(value) && value.includes(params.option ?? '');
  }
  if (code === 'option_text_unknown') {
    return typeof value === 'string' && value.includes(params.text ?? '');
  }
  if (code !== 'unknown_variable') return true;
  return typeof value === 'string' && value.includes(params.variable ?? '');
}

/** Both are marked, as main compares them but for what nobody sees. */
function isSameLabel(value: unknown, label = ''): boolean {
  const read = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  return typeof value === 'string' && read(value) === read(label);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim());
}
