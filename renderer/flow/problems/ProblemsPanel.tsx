import { Text, Title } from '@mantine/core';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { revealModule } from '../canvas-store';
import { useDraft } from '../draft-store';
import { nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import classes from './ProblemsPanel.module.css';
import { useProblemSentence } from './use-problem-sentence';

export function ProblemsPanel() {
  const { t } = useTranslation('flow');
  const problems = useBuilder((state) => state.problems);
  return (
    <section className={classes.panel} aria-labelledby="problems-title">
      <Title order={2} id="problems-title">
        {t('problemsPanel.title')}
      </Title>
      {problems.length === 0 ? (
        <NoProblems />
      ) : (
        <ul className={classes.list}>
          {problems.map((problem) => (
            <li
              key={`${problem.moduleId} ${problem.code} ${problem.field} ${Object.values(problem.params)}`}
            >
              <ProblemItem problem={problem} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function NoProblems() {
  const { t } = useTranslation('flow');
  return (
    <div className={classes.none}>
      <CircleCheck size={20} aria-hidden className={classes.ok} />
      <div>
        <Text size="sm" fw={500}>
          {t('problemsPanel.none')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('problemsPanel.noneText')}
        </Text>
      </div>
    </div>
  );
}

function ProblemItem({ problem }: { problem: Problem }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const sentenceOf = useProblemSentence();
  const catalogue = useBuilder((state) => state.catalogue);
  const { moduleId, severity, field } = problem;
  const type = useDraft(({ graph }) => graph.modules.find(({ id }) => id === moduleId)?.type);
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  const content = (
    <>
      <Icon size={18} className={classes.icon} aria-label={t(`severity.${severity}`)} />
      <span>
        {type !== undefined && (
          <span className={classes.module}>{nameOf(catalogue, type, language)}</span>
        )}
        <span className={classes.sentence}>{sentenceOf(problem)}</span>
      </span>
    </>
  );
  if (moduleId === undefined || type === undefined) {
    return (
      <div className={classes.problem} data-severity={severity}>
        {content}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes.problem}
      data-severity={severity}
      onClick={() => revealModule(moduleId, { field })}
    >
      {content}
    </button>
  );
}
