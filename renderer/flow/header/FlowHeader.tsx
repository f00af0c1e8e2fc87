import { Button } from '@mantine/core';
import { CircleAlert, CircleCheck, MessageSquare, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-store';
import { AreaSwitch } from './AreaSwitch';
import { DraftTools } from './DraftTools';
import { ExperienceSwitcher } from './ExperienceSwitcher';
import classes from './FlowHeader.module.css';
import { PublishControls } from './PublishControls';
import { SaveStatus } from './SaveStatus';

interface Props {
  showsPreview: boolean;
  onProblems: () => void;
  onPreview: () => void;
}

export function FlowHeader({ showsPreview, onProblems, onPreview }: Props) {
  const { t } = useTranslation('flow');
  return (
    <header className={classes.header}>
      <ExperienceSwitcher />
      <SaveStatus />
      <AreaSwitch />
      <div className={classes.tools}>
        <DraftTools />
        <ProblemsButton onClick={onProblems} />
        <Button
          size="xs"
          variant={showsPreview ? 'light' : 'default'}
          aria-pressed={showsPreview}
          aria-label={t('header.preview')}
          className={classes.previewToggle}
          leftSection={<MessageSquare size={15} aria-hidden />}
          onClick={onPreview}
        >
          <span className={classes.previewWord}>{t('header.preview')}</span>
        </Button>
        <PublishControls />
      </div>
    </header>
  );
}

function ProblemsButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('flow');
  const problems = useBuilder((state) => state.problems);
  const words = t('header.problems', { count: problems.length });
  const worst = problems[0]?.severity;
  const Icon = worst === 'error' ? CircleAlert : worst === 'warning' ? TriangleAlert : CircleCheck;
  return (
    <Button
      size="xs"
      variant="default"
      data-severity={worst ?? 'none'}
      title={words}
      className={classes.problems}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={onClick}
    >
      <span className={classes.problemsWords}>{words}</span>
      {problems.length > 0 && (
        <span className={classes.problemsCount} aria-hidden>
          {problems.length}
        </span>
      )}
    </Button>
  );
}
