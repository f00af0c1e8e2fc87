import { BaseEdge, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { openPalette, useCanvas } from '../canvas-store';
import { useEdgeCoverage } from '../coverage/coverage-store';
import classes from './FlowEdgeView.module.css';

/**
 * An edge with a plus in its middle, which appears while the pointer is on the edge. It is part of the
 * drawing: with the keyboard, A on the selected edge does the same.
 */
export const FlowEdgeView = memo(function FlowEdgeView(props: EdgeProps) {
  const { id, source, sourceHandleId, markerEnd, interactionWidth } = props;
  const [path, x, y] = getSmoothStepPath(props);
  const isTarget = useCanvas((state) => state.dropEdge === id);
  const reached = useEdgeCoverage(id);
  return (
    <g className={isTarget ? classes.target : classes.edge} data-reached={reached ?? undefined}>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd !== undefined && { markerEnd })}
        {...(interactionWidth !== undefined && { interactionWidth })}
      />
      <g
        className={classes.plus}
        transform={`translate(${x} ${y})`}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (sourceHandleId) {
            openPalette({ kind: 'below', moduleId: source, branch: sourceHandleId });
          }
        }}
      >
        <circle r={11} />
        <path d="M-5 0H5M0 -5V5" />
      </g>
    </g>
  );
});
