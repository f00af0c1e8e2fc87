import { Button } from '@mantine/core';
import { CircleAlert, ShieldAlert, TriangleAlert, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { openArea, openDialog, revealModule } from '../canvas-store';
import { apply } from '../draft-actions';
import { useDraft } from '../draft-store';
import { calledIn, nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import classes from './ProblemsPanel.module.css';
import { repairOf } from './repairs';
import { useProblemSentence } from './use-problem-sentence';

const ICONS = { error: CircleAlert, warning: TriangleAlert, privacy: ShieldAlert };

interface Props {
  problem: Problem;
  /** After the module is shown. */
  onJump?: () => void;
}

export function ProblemItem({ problem, onJump }: Props) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const sentenceOf = useProblemSentence();
  const catalogue = useBuilder((state) => state.catalogue);
  const { code, moduleId, severity, field } = problem;
  const isOfDesign = code === 'contrast_too_low';
  const module = useDraft(({ graph }) => graph.modules.find(({ id }) => id === moduleId));
  const Icon = ICONS[severity];
  const content = (
    <>
      <Icon size={18} className={classes.icon} aria-label={t(`severity.${severity}`)} />
      <span>
        {module && <span className={classes.module}>{calledIn(catalogue, module, language)}</span>}
        <span className={classes.sentence}>{sentenceOf(problem)}</span>
      </span>
    </>
  );
  const isOfChat = moduleId === undefined && field?.startsWith('settings.legal') === true;
  const jump = () => {
    if (isOfChat) openDialog({ kind: 'chatSettings' });
    if (moduleId !== undefined) revealModule(moduleId, { field });
    if (isOfDesign) openArea('design');
    onJump?.();
  };
  return (
    <>
      {!isOfDesign && !isOfChat && !module ? (
        <div className={classes.problem} data-severity={severity}>
          {content}
        </div>
      ) : (
        <button type="button" className={classes.problem} data-severity={severity} onClick={jump}>
          {content}
        </button>
      )}
      <RepairButton problem={problem} />
      {code === 'privacy_notice_missing' && (
        <Button size="compact-xs" variant="light" className={classes.repair} onClick={jump}>
          {t('repairs.notice')}
        </Button>
      )}
    </>
  );
}

/** One click, and one undo step. */
export function RepairButton({ problem }: { problem: Problem }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const graph = useDraft((state) => state.graph);
  const repair = repairOf(problem, { graph, catalogue, language });
  if (!repair) return null;
  const module = repair.type === undefined ? '' : nameOf(catalogue, repair.type, language);
  return (
    <Button
      size="compact-xs"
      variant="light"
      className={classes.repair}
      leftSection={<Wrench size={13} aria-hidden />}
      onClick={() => apply(repair.change)}
    >
      {t(`repairs.${repair.kind}`, { module })}
    </Button>
  );
}
