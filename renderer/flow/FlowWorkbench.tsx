import { ReactFlowProvider } from '@xyflow/react';
import { useEffect } from 'react';
import { useNeedsRoom } from '../app/navigation-width';
import { useBuilder } from './builder-store';
import { CanvasDialog } from './canvas/CanvasDialog';
import { FlowCanvas } from './canvas/FlowCanvas';
import { inspectedModule, useCanvas } from './canvas-store';
import { DesignView } from './design/DesignView';
import classes from './FlowScreen.module.css';
import { FindBar } from './find/FindBar';
import { useFindKey } from './find/use-find-key';
import { FlowHeader } from './header/FlowHeader';
import { LanguagesView } from './languages/LanguagesView';
import { OutlineView } from './outline/OutlineView';
import { BuilderPanels } from './panels/BuilderPanels';
import { InspectorOpener } from './panels/InspectorOpener';
import { showProblems } from './panels/show-problems';
import { useView } from './panels/switch-view';
import { useHistoryKeys } from './use-history-keys';

/** The flow as a drawing or as a list, and the search in it. */
function FlowArea() {
  const view = useView();
  const isFinding = useCanvas((state) => state.isFinding);
  return (
    <div className={classes.flow}>
      {isFinding && <FindBar />}
      <div className={classes.view}>{view === 'list' ? <OutlineView /> : <FlowCanvas />}</div>
      <InspectorOpener />
      <CanvasDialog />
    </div>
  );
}

/** What is worked on, between the palette and the columns that belong to what is selected. */
export function FlowWorkbench() {
  const id = useBuilder((state) => state.experience?.id);
  const area = useCanvas((state) => state.area);
  const inspected = useCanvas(inspectedModule);
  useNeedsRoom();
  useHistoryKeys();
  useFindKey();

  useEffect(() => {
    if (inspected !== null) useCanvas.setState({ tab: 'module' });
  }, [inspected]);

  // What is designed or translated is looked at in the chat.
  useEffect(() => {
    if (area !== 'flow') useCanvas.setState({ tab: 'preview' });
  }, [area]);

  return (
    <ReactFlowProvider key={id}>
      <div className={classes.screen}>
        <FlowHeader />
        <div className={classes.body}>
          <BuilderPanels onProblems={showProblems}>
            <div className={classes.canvas} data-pane="canvas">
              {area === 'flow' && <FlowArea />}
              {area === 'design' && <DesignView />}
              {area === 'languages' && <LanguagesView />}
            </div>
          </BuilderPanels>
        </div>
      </div>
    </ReactFlowProvider>
  );
}
