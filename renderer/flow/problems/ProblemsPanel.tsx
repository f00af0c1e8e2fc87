import { ActionIcon, Text, Title, Tooltip } from '@mantine/core';
import { CircleCheck, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { closeProblems } from '../canvas-store';
import { ProblemItem } from './ProblemItem';
import classes from './ProblemsPanel.module.css';

export function ProblemsPanel() {
  const { t } = useTranslation('flow');
  const problems = useBuilder((state) => state.problems);
  const privacy = useBuilder((state) => state.privacy);
  return (
    <section className={classes.panel} aria-labelledby="problems-title">
      <header className={classes.header}>
        <Title order={2} id="problems-title">
          {t('problemsPanel.title')}
        </Title>
        <Tooltip label={t('problemsPanel.close')}>
          <ActionIcon aria-label={t('problemsPanel.close')} onClick={closeProblems}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </header>
      {problems.length === 0 ? <NoProblems /> : <ProblemList problems={problems} />}
      {privacy.length > 0 && (
        <>
          <Title order={3} mt="lg">
            {t('problemsPanel.privacy')}
          </Title>
          <Text size="sm" c="dimmed" mt={2}>
            {t('problemsPanel.privacyText')}
          </Text>
          <ProblemList problems={privacy} />
        </>
      )}
    </section>
  );
}

interface ListProps {
  problems: readonly Problem[];
  onJump?: () => void;
}

export function ProblemList({ problems, onJump }: ListProps) {
  return (
    <ul className={classes.list}>
      {problems.map((problem) => (
        <li key={keyOf(problem)}>
          <ProblemItem problem={problem} {...(onJump && { onJump })} />
        </li>
      ))}
    </ul>
  );
}

function keyOf({ moduleId, code, field, params }: Problem): string {
  return `${moduleId} ${code} ${field} ${Object.values(params)}`;
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
