import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  Controls,
  type Edge,
  type FitViewOptions,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useCanvasTexts } from '../canvas/use-canvas-texts';
import { ORIGIN } from '../graph/layout';
import { sizeIn } from '../graph/size-of';
import { type Catalogue, calledIn, summaryOf } from '../modules/catalogue';
import { ModuleIcon } from '../modules/ModuleIcon';
import { useLanguage } from '../use-language';
import type { EdgeChange, GraphDiff, ModuleChange } from './diff-graphs';
import classes from './HistoryDialog.module.css';

type DiffNode = Node<{ change: ModuleChange }, 'change'>;

const ChangedModule = memo(function ChangedModule({ data: { change } }: NodeProps<DiffNode>) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const { module, kind } = change;
  const descriptor = catalogue.get(module.type);
  return (
    <div className={classes.node} data-change={kind}>
      <Handle type="target" position={Position.Top} className={classes.handle} />
      <ModuleIcon icon={descriptor?.icon ?? 'circle-help'} group={descriptor?.group ?? 'unknown'} />
      <div className={classes.nodeTexts}>
        <strong>{calledIn(catalogue, module, language)}</strong>
        <span>{summaryOf(catalogue, module)}</span>
        {kind !== 'same' && <span className={classes.nodeKind}>{t(`versions.kinds.${kind}`)}</span>}
      </div>
      <Handle type="source" position={Position.Bottom} className={classes.handle} />
    </div>
  );
});

const NODE_TYPES = { change: ChangedModule };
const STROKES = {
  added: 'light-dark(var(--mantine-color-green-8), var(--mantine-color-green-5))',
  removed: 'light-dark(var(--mantine-color-red-8), var(--mantine-color-red-5))',
  same: 'light-dark(var(--mantine-color-gray-5), var(--mantine-color-dark-3))',
};

/** Both graphs drawn over one another, to look at: what is new, gone or different stands out. */
export function DiffCanvas({ diff }: { diff: GraphDiff }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const colorMode = useComputedColorScheme('light');
  const texts = useCanvasTexts();
  const nodes = useMemo(
    () => diff.modules.map((change) => nodeOf(change, catalogue, language)),
    [diff, catalogue, language],
  );
  const edges = useMemo(() => diff.edges.map(edgeOf), [diff]);
  const fit = useMemo(() => fitTo(diff), [diff]);
  return (
    <section
      className={classes.canvas}
      data-changed={diff.modules.some(({ kind }) => kind !== 'same') || undefined}
      aria-label={t('versions.picture')}
    >
      <ReactFlowProvider>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          nodeOrigin={ORIGIN}
          colorMode={colorMode}
          ariaLabelConfig={texts}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          deleteKeyCode={null}
          minZoom={0.05}
          fitView
          fitViewOptions={fit}
          onlyRenderVisibleElements
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={24} size={1.5} />
          <Controls showInteractive={false} />
        </ReactFlow>
      </ReactFlowProvider>
    </section>
  );
}

/** What has changed can be read, however much else there is; without a change, all is in sight. */
const READABLE = 0.7;

function fitTo({ modules }: GraphDiff): FitViewOptions {
  const changed = modules.filter(({ kind }) => kind !== 'same');
  const shown = changed.length > 0 ? changed : modules;
  return {
    nodes: shown.map(({ module }) => ({ id: module.id })),
    padding: 0.15,
    ...(changed.length > 0 && { minZoom: READABLE }),
    maxZoom: 1,
  };
}

function nodeOf(change: ModuleChange, catalogue: Catalogue, language: Language): DiffNode {
  const { module } = change;
  const { width, height } = sizeIn(catalogue, language)(module);
  return {
    id: module.id,
    type: 'change',
    position: module.position,
    data: { change },
    width,
    height,
    measured: { width, height },
    handles: [
      { type: 'target', position: Position.Top, x: width / 2, y: 0, width: 1, height: 1 },
      { type: 'source', position: Position.Bottom, x: width / 2, y: height, width: 1, height: 1 },
    ],
  };
}

function edgeOf({ edge, kind }: EdgeChange): Edge {
  return {
    id: `${edge.from} ${edge.branch} ${edge.to}`,
    source: edge.from,
    target: edge.to,
    type: 'smoothstep',
    markerEnd: { type: MarkerType.ArrowClosed },
    style: {
      stroke: STROKES[kind],
      strokeWidth: kind === 'same' ? 1.5 : 2.5,
      ...(kind === 'removed' && { strokeDasharray: '6 5' }),
    },
  };
}
