import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { CircleAlert, CircleCheck, MessageSquare, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dock, useUndocked } from '../../preview/window/undocked';
import { useBuilder } from '../builder-store';
import { useCanvas } from '../canvas-store';
import { usePanels } from '../panels/panels-store';
import { isShowingProblems, toggleProblems } from '../panels/show-problems';
import { isShowingPreview, togglePreview } from '../panels/toggle-preview';
import { AreaSwitch } from './AreaSwitch';
import { DraftTools } from './DraftTools';
import { ExperienceSwitcher } from './ExperienceSwitcher';
import classes from './FlowHeader.module.css';
import { PublishControls } from './PublishControls';
import { SaveStatus } from './SaveStatus';

/** From this width on all tools stand in the header, in pixels. */
const ROOMY = 1400;

export function FlowHeader() {
  const { ref, width } = useElementSize<HTMLElement>();
  return (
    <header ref={ref} className={classes.header} data-pane="header">
      <ExperienceSwitcher />
      <SaveStatus />
      <AreaSwitch />
      <div className={classes.tools}>
        <DraftTools isRoomy={width >= ROOMY} />
        <ProblemsButton />
        <PreviewButton />
        <PublishControls />
      </div>
    </header>
  );
}

function PreviewButton() {
  const { t } = useTranslation('flow');
  const tab = useCanvas((state) => state.tab);
  const isOpen = usePanels((state) => state.isPreviewOpen);
  const isUndocked = useUndocked((state) => state.experienceId !== null);
  const isShown = isUndocked || isShowingPreview(tab, isOpen);
  return (
    <Button
      size="xs"
      variant={isShown ? 'light' : 'default'}
      aria-pressed={isShown}
      aria-label={t('header.preview')}
      className={classes.previewToggle}
      leftSection={<MessageSquare size={15} aria-hidden />}
      onClick={isUndocked ? dock : togglePreview}
    >
      <span className={classes.previewWord}>{t('header.preview')}</span>
    </Button>
  );
}

/** How many problems there are; it opens and closes their column. */
function ProblemsButton() {
  const { t } = useTranslation('flow');
  const problems = useBuilder((state) => state.problems);
  const isInspectorOpen = usePanels((state) => state.isInspectorOpen);
  const isShown = useCanvas((state) => isShowingProblems(state, { isInspectorOpen }));
  const words = t('header.problems', { count: problems.length });
  const worst = problems[0]?.severity;
  const Icon = worst === 'error' ? CircleAlert : worst === 'warning' ? TriangleAlert : CircleCheck;
  return (
    <Button
      size="xs"
      variant={isShown ? 'light' : 'default'}
      aria-pressed={isShown}
      data-severity={worst ?? 'none'}
      title={words}
      className={classes.problems}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={toggleProblems}
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
