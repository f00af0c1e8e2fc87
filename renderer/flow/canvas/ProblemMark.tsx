import { Tooltip } from '@mantine/core';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useBuilder } from '../builder-store';
import { useProblemSentence } from '../problems/use-problem-sentence';
import classes from './ProblemMark.module.css';

/** The worst problem of a module, at a glance; the tooltip tells all of them. */
export function ProblemMark({ moduleId }: { moduleId: string }) {
  const problems = useBuilder((state) => state.problemsByModule.get(moduleId));
  const sentenceOf = useProblemSentence();
  const severity = problems?.[0]?.severity;
  if (!problems || !severity) return null;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  const sentences = [...new Set(problems.map(sentenceOf))];
  return (
    <Tooltip label={sentences.join('\n')} multiline maw={320} className={classes.tooltip}>
      <span className={classes.mark} data-severity={severity}>
        <Icon size={20} aria-hidden />
      </span>
    </Tooltip>
  );
}
