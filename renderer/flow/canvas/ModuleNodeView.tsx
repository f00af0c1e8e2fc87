import { Handle, type NodeProps, Position } from '@xyflow/react';
import { Play } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-store';
import { CoverageMark } from '../coverage/CoverageMark';
import type { BranchCell } from '../graph/layout';
import { calledIn, nameOf, summaryOf, textOf } from '../modules/catalogue';
import { ModuleIcon } from '../modules/ModuleIcon';
import { useLanguage } from '../use-language';
import { AddBelowButton } from './AddBelowButton';
import { DropHint } from './DropHint';
import type { ModuleData, ModuleFlowNode } from './flow-elements';
import { LongText } from './LongText';
import classes from './ModuleNodeView.module.css';
import { ModuleTitle } from './ModuleTitle';
import { useOverview } from './overview';
import { PlainNode } from './PlainNode';
import { ProblemMark } from './ProblemMark';

export const ModuleNodeView = memo(function ModuleNodeView({
  id,
  data,
}: NodeProps<ModuleFlowNode>) {
  const isOverview = useOverview();
  const group = useBuilder(({ catalogue }) => catalogue.get(data.module.type)?.group ?? 'unknown');
  const severity = useBuilder((state) => state.problemsByModule.get(id)?.[0]?.severity);
  return (
    <>
      {isOverview ? (
        <FarNode data={data} group={group} severity={severity} />
      ) : (
        <ModuleCard id={id} data={data} severity={severity} />
      )}
      <DropHint moduleId={id} />
    </>
  );
});

function FarNode({ data, ...looks }: Pick<CardProps, 'data' | 'severity'> & { group: string }) {
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const { module, layout, isStart } = data;
  const name = calledIn(catalogue, module, language);
  return <PlainNode layout={layout} name={name} isStart={isStart} {...looks} />;
}

interface CardProps {
  id: string;
  data: ModuleData;
  severity: string | undefined;
}

function ModuleCard({ id, data: { module, layout, isStart }, severity }: CardProps) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const descriptor = catalogue.get(module.type);
  const summary = summaryOf(catalogue, module);

  return (
    <div className={classes.card} data-severity={severity}>
      {isStart && (
        <span className={classes.start}>
          <Play size={11} fill="currentColor" aria-hidden />
          {t('canvas.start')}
        </span>
      )}
      <div className={classes.head}>
        <ModuleIcon
          icon={descriptor?.icon ?? 'circle-help'}
          group={descriptor?.group ?? 'unknown'}
        />
        <div className={classes.texts}>
          <ModuleTitle
            moduleId={id}
            name={module.name}
            kind={nameOf(catalogue, module.type, language)}
          />
          {summary && (
            <span className={classes.summary}>
              <span className={classes.summaryText}>{summary}</span>
              <LongText moduleId={id} text={textOf(catalogue, module)} />
            </span>
          )}
        </div>
        <ProblemMark moduleId={id} />
      </div>
      <CoverageMark moduleId={id} />
      {layout.showsLabels && (
        <div className={classes.labels}>
          {layout.cells.map((cell) => (
            <span key={cell.id} className={classes.label} style={{ width: cell.width }}>
              {cell.label}
            </span>
          ))}
        </div>
      )}
      <Handle type="target" position={Position.Top} className={classes.target} />
      {layout.cells.map((cell) => (
        <BranchHandle key={cell.id} moduleId={id} cell={cell} />
      ))}
    </div>
  );
}

function BranchHandle({ moduleId, cell }: { moduleId: string; cell: BranchCell }) {
  const { t } = useTranslation('flow');
  const left = cell.x + cell.width / 2;
  return (
    <>
      <Handle
        type="source"
        id={cell.id}
        position={Position.Bottom}
        className={classes.source}
        style={{ left }}
        title={t('canvas.dragToConnect')}
      />
      <AddBelowButton moduleId={moduleId} branch={cell.id} label={cell.label} left={left} />
    </>
  );
}
