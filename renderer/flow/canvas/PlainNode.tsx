import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NodeLayout } from '../graph/layout';
import classes from './PlainNode.module.css';

interface Props {
  layout: NodeLayout;
  /** What the module is called. */
  name: string;
  group: string;
  severity: string | undefined;
  isStart: boolean;
}

/**
 * A module seen from afar: a block in the colour of its group, with its name as large as it can be read.
 * Its handles are there for React Flow, which reads from the document where edges begin, but take no
 * part in anything.
 */
export function PlainNode({ layout, name, group, severity, isStart }: Props) {
  const { t } = useTranslation('flow');
  return (
    <div className={classes.block} data-group={group} data-severity={severity}>
      {isStart && (
        <span className={classes.start} title={t('canvas.start')}>
          <Play fill="currentColor" aria-hidden />
        </span>
      )}
      <span className={classes.name}>{name}</span>
      {layout.cells.map(({ id, x, width }) => (
        <i
          key={id}
          className={`source ${classes.handle}`}
          data-handleid={id}
          data-handlepos="bottom"
          style={{ left: x + width / 2, top: layout.height }}
        />
      ))}
      <i className={`target ${classes.handle}`} data-handlepos="top" />
    </div>
  );
}
