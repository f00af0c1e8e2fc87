import type { NodeLayout } from '../graph/layout';
import classes from './PlainNode.module.css';

interface Props {
  layout: NodeLayout;
  group: string;
  severity: string | undefined;
}

/**
 * A module seen from afar: a block in the colour of its group. Its handles are there for React Flow,
 * which reads from the document where edges begin, but take no part in anything.
 */
export function PlainNode({ layout, group, severity }: Props) {
  return (
    <div className={classes.block} data-group={group} data-severity={severity}>
      <i className={`target ${classes.handle}`} data-handlepos="top" />
      {layout.cells.map(({ id, x, width }) => (
        <i
          key={id}
          className={`source ${classes.handle}`}
          data-handleid={id}
          data-handlepos="bottom"
          style={{ left: x + width / 2, top: layout.height }}
        />
      ))}
    </div>
  );
}
