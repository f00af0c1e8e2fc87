import { Alert, Stack } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useBuilder } from '../builder-store';
import { useProblemSentence } from '../problems/use-problem-sentence';

/** Problems of the module as a whole; those of a field are told at the field. */
export function ModuleProblems({ moduleId }: { moduleId: string }) {
  const problems = useBuilder((state) => state.problemsByModule.get(moduleId));
  const sentenceOf = useProblemSentence();
  const general = problems?.filter(({ field }) => !field) ?? [];
  if (general.length === 0) return null;
  return (
    <Stack gap="xs">
      {general.map((problem) => {
        const isError = problem.severity === 'error';
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          <Alert
            key={`${problem.code} ${Object.values(problem.params)}`}
            color={isError ? 'red' : 'orange'}
            icon={<Icon size={18} aria-hidden />}
          >
            {sentenceOf(problem)}
          </Alert>
        );
      })}
    </Stack>
  );
}
