import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, type GroupImperativeHandle, Panel, useGroupRef } from 'react-resizable-panels';
import { PreviewPanel } from '../../preview/PreviewPanel';
import { usePreview } from '../../preview/preview-store';
import { useUndocked } from '../../preview/window/undocked';
import { showsSidePanel, useCanvas } from '../canvas-store';
import { NarrowDock } from '../palette/NarrowDock';
import { PaletteDock } from '../palette/PaletteDock';
import { SidePanel } from '../SidePanel';
import { PanelColumn } from './PanelColumn';
import classes from './Panels.module.css';
import { type Pane, setPanels, setWidth, usePanels } from './panels-store';
import { SideTabs } from './SideTabs';
import { ROOM_FOR_BOTH } from './toggle-preview';

interface Props {
  onProblems: () => void;
  children: ReactNode;
}

/** From this width on the palette stays wide beside the settings of a module. */
const ROOM_FOR_ALL = '(min-width: 1920px)';

/** What a device of the preview takes to be recognised, in pixels and at most of the window. */
const TABLET = { width: 440, share: 0.38 };
const DESKTOP = { width: 760, share: 0.55 };

/** What is worked on, with the columns beside it that are open: as many as there is room for. */
export function BuilderPanels({ onProblems, children }: Props) {
  const { t } = useTranslation('flow');
  const isWide = useMediaQuery(ROOM_FOR_BOTH, true, { getInitialValueInEffect: false });
  const area = useCanvas((state) => state.area);
  const hasRoomForAll = useMediaQuery(ROOM_FOR_ALL, true, { getInitialValueInEffect: false });
  const isPaletteOpen = usePanels((state) => state.isPaletteOpen) && area === 'flow';
  const isInspectorOpen = usePanels((state) => state.isInspectorOpen);
  const isUndocked = useUndocked((state) => state.experienceId !== null);
  const isPreviewOpen = usePanels((state) => state.isPreviewOpen) && !isUndocked;
  // Between two frames: the pointer that selects a module may be dragging it already.
  const hasSubject = useDeferredValue(useCanvas(showsSidePanel));
  const needed = useNeededWidth();
  const group = useGroupRef();
  const showsSide = area === 'flow' && hasSubject && isInspectorOpen;
  const sharesColumn = !isWide && showsSide && isPreviewOpen;
  const isPaletteNarrow = showsSide && !hasRoomForAll;

  const columns = (
    <Group
      id="builder"
      groupRef={group}
      onLayoutChanged={(_, { isUserInteraction }) => isUserInteraction && take(group.current)}
    >
      {isPaletteOpen && !isPaletteNarrow && (
        <PanelColumn pane="palette" label={t('palette.dock')} side="left">
          <PaletteDock />
        </PanelColumn>
      )}
      <Panel id="canvas" minSize={280}>
        {children}
      </Panel>
      {showsSide && !sharesColumn && (
        <PanelColumn pane="inspector" label={t('header.side')} side="right">
          <SidePanel />
        </PanelColumn>
      )}
      {isPreviewOpen && !sharesColumn && (
        <PanelColumn pane="preview" label={t('header.preview')} side="right" needed={needed}>
          <PreviewPanel onProblems={onProblems} />
        </PanelColumn>
      )}
      {sharesColumn && (
        <PanelColumn pane="side" label={t('header.side')} side="right">
          <SideTabs onProblems={onProblems} />
        </PanelColumn>
      )}
    </Group>
  );
  return (
    <>
      {isPaletteOpen && isPaletteNarrow && <NarrowDock />}
      <div className={classes.columns}>{columns}</div>
    </>
  );
}

/** A pane that is dragged to nothing is closed; others are as wide as this from now on. */
function take(group: GroupImperativeHandle | null): void {
  for (const id of Object.keys(group?.getLayout() ?? {})) {
    const width = document.getElementById(id)?.offsetWidth ?? 0;
    if (id === 'canvas') continue;
    if (width > 1) setWidth(id as Pane, width);
    else close(id as Pane);
  }
}

function close(pane: Pane): void {
  if (pane === 'palette') setPanels({ isPaletteOpen: false });
  if (pane === 'preview') setPanels({ isPreviewOpen: false });
  if (pane === 'inspector') setPanels({ isInspectorOpen: false });
  if (pane === 'side') setPanels({ isPreviewOpen: false, isInspectorOpen: false });
}

/** Of a device that the preview shows. */
function useNeededWidth(): number | undefined {
  const frame = usePreview(({ view, options }) => (view === 'chat' ? options.frame : 'panel'));
  if (frame === 'tablet' || frame === 'kioskPortrait') return within(TABLET);
  if (frame === 'desktop' || frame === 'kioskLandscape') return within(DESKTOP);
  return undefined;
}

function within({ width, share }: { width: number; share: number }): number {
  return Math.min(width, window.innerWidth * share);
}
