import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionFlowNode } from '../canvas/flow-elements';
import { LEAST_SIZE } from '../graph/sections';
import classes from './Sections.module.css';
import { editSection } from './section-actions';

/** A frame behind the modules; it is taken hold of by its name, as its inside belongs to the canvas. */
export const SectionNode = memo(function SectionNode({
  id,
  data: { section },
  selected,
}: NodeProps<SectionFlowNode>) {
  const { t } = useTranslation('flow');
  return (
    <div
      className={classes.frame}
      data-colour={section.colour}
      data-selected={selected || undefined}
    >
      <NodeResizer
        isVisible={selected}
        minWidth={LEAST_SIZE.width}
        minHeight={LEAST_SIZE.height}
        handleClassName={classes.resizer ?? ''}
        lineClassName={classes.resizerLine ?? ''}
        onResize={(_, { x, y, width, height }) => editSection(id, { x, y, width, height }, 'size')}
      />
      <div className={classes.head} title={t('sections.drag')}>
        <span className={classes.name}>{section.name}</span>
      </div>
    </div>
  );
});
