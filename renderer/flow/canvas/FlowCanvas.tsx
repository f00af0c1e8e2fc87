import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  type Connection,
  Controls,
  type DefaultEdgeOptions,
  MarkerType,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closePalette } from '../canvas-store';
import { connectBranch } from '../draft-actions';
import { useDraft } from '../draft-store';
import { GRID, ORIGIN } from '../graph/layout';
import { SectionNode } from '../sections/SectionNode';
import { EmptyCanvas } from './EmptyCanvas';
import { FarEdges } from './FarEdges';
import classes from './FlowCanvas.module.css';
import { FlowEdgeView } from './FlowEdgeView';
import { FIT, FIT_VIEW } from './fit';
import { ModuleNodeView } from './ModuleNodeView';
import { OverviewContext, useDetail } from './overview';
import { useCanvasKeys } from './use-canvas-keys';
import { useCanvasTexts } from './use-canvas-texts';
import { useDrop } from './use-drop';
import { useFit } from './use-fit';
import { useFlowEdges } from './use-flow-edges';
import { useFlowNodes } from './use-flow-nodes';
import { onEdgesChange, onNodeDrag, useNodeChanges } from './use-node-changes';
import { useReveal } from './use-reveal';

const NODE_TYPES = { module: ModuleNodeView, section: SectionNode };
const EDGE_TYPES = { flow: FlowEdgeView };
const NO_EDGES: [] = [];
/** As many modules stay in the document while all are seen: those at the border would come and go. */
const KEPT_FROM_AFAR = 1_500;
const ADD_TO_SELECTION = ['Shift', 'Meta', 'Control'];
const SNAP: [number, number] = [GRID, GRID];
const EDGE_OPTIONS: DefaultEdgeOptions = {
  markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
  interactionWidth: 24,
};

export function FlowCanvas() {
  const { t } = useTranslation('flow');
  const colorMode = useComputedColorScheme('light');
  const isEmpty = useDraft((state) => state.graph.modules.length === 0);
  const { dragged, onNodesChange } = useNodeChanges();
  const nodes = useFlowNodes(dragged);
  const edges = useFlowEdges();
  const [isConnecting, setConnecting] = useState(false);
  const onKeyDownCapture = useCanvasKeys();
  const texts = useCanvasTexts();
  const drop = useDrop();
  const { isFarAway, attributes } = useDetail();
  const fit = useFit();
  const onFocusCapture = useReveal();

  return (
    <section
      className={`${classes.canvas} ${isConnecting ? 'connecting' : ''}`}
      aria-label={t('canvas.label')}
      tabIndex={-1}
      data-takes-focus
      onKeyDownCapture={onKeyDownCapture}
      onFocusCapture={onFocusCapture}
      {...attributes}
      {...drop}
    >
      <OverviewContext value={isFarAway}>
        <ReactFlow
          nodes={nodes}
          edges={isFarAway ? NO_EDGES : edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultEdgeOptions={EDGE_OPTIONS}
          colorMode={colorMode}
          ariaLabelConfig={texts}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={connectTo}
          onConnectStart={() => setConnecting(true)}
          onConnectEnd={() => setConnecting(false)}
          // A move that nobody makes is one to show something.
          onMoveStart={(event) => event && closePalette()}
          onNodeDrag={onNodeDrag}
          multiSelectionKeyCode={ADD_TO_SELECTION}
          selectionMode={SelectionMode.Partial}
          connectionRadius={24}
          nodeOrigin={ORIGIN}
          defaultMarkerColor={null}
          snapToGrid
          snapGrid={SNAP}
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          minZoom={FIT.minZoom}
          maxZoom={1.5}
          fitView
          fitViewOptions={FIT_VIEW}
          onInit={fit}
          onlyRenderVisibleElements={!isFarAway || nodes.length > KEPT_FROM_AFAR}
          proOptions={{ hideAttribution: true }}
        >
          {isFarAway && <FarEdges nodes={nodes} edges={edges} />}
          <Background gap={24} size={1.5} />
          <Controls showInteractive={false} fitViewOptions={FIT_VIEW} onFitView={fit} />
        </ReactFlow>
      </OverviewContext>
      {isEmpty && <EmptyCanvas />}
    </section>
  );
}

function connectTo({ source, sourceHandle, target }: Connection): void {
  if (sourceHandle) connectBranch({ from: source, branch: sourceHandle, to: target });
}
