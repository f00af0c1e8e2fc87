import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PreviewPanel } from '../preview/PreviewPanel';
import { useBuilder } from './builder-store';
import { FlowCanvas } from './canvas/FlowCanvas';
import { inspectedModule, openArea, select, useCanvas } from './canvas-store';
import { DesignView } from './design/DesignView';
import classes from './FlowScreen.module.css';
import { FlowHeader } from './header/FlowHeader';
import { LanguagesView } from './languages/LanguagesView';
import { PaletteDock } from './palette/PaletteDock';
import { SidePanel } from './SidePanel';
import { useHistoryKeys } from './use-history-keys';

type Tab = 'module' | 'preview';

/** Canvas, module and preview side by side where there is room; module and preview in tabs else. */
export function FlowWorkbench() {
  const { t } = useTranslation('flow');
  const id = useBuilder((state) => state.experience?.id);
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const [isPreviewOpen, setPreviewOpen] = useState(true);
  const [tab, setTab] = useState<Tab>('module');
  const inspected = useCanvas(inspectedModule);
  const area = useCanvas((state) => state.area);
  const isDocked = useCanvas((state) => state.isDocked);
  useHistoryKeys();

  useEffect(() => {
    if (inspected !== null) setTab('module');
  }, [inspected]);

  // What is designed or translated is looked at in the chat.
  useEffect(() => {
    if (area !== 'flow') setTab('preview');
  }, [area]);

  const showProblems = () => {
    openArea('flow');
    select([]);
    setTab('module');
  };
  const togglePreview = () => {
    if (isWide) setPreviewOpen(!isPreviewOpen);
    else setTab(tab === 'preview' ? 'module' : 'preview');
  };

  return (
    <ReactFlowProvider key={id}>
      <div className={classes.screen}>
        <FlowHeader
          showsPreview={isWide ? isPreviewOpen : tab === 'preview'}
          onProblems={showProblems}
          onPreview={togglePreview}
        />
        <div className={classes.body}>
          {area === 'flow' && isDocked && <PaletteDock />}
          <div className={classes.canvas}>
            {area === 'flow' && <FlowCanvas />}
            {area === 'design' && <DesignView />}
            {area === 'languages' && <LanguagesView />}
          </div>
          {isWide && area === 'flow' && (
            <aside className={classes.side} aria-label={t('header.side')}>
              <SidePanel />
            </aside>
          )}
          {isWide && isPreviewOpen && (
            <aside className={classes.preview} aria-label={t('header.preview')}>
              <PreviewPanel onProblems={showProblems} />
            </aside>
          )}
          {!isWide && <SideTabs tab={tab} onTab={setTab} onProblems={showProblems} />}
        </div>
      </div>
    </ReactFlowProvider>
  );
}

interface SideTabsProps {
  tab: Tab;
  onTab: (tab: Tab) => void;
  onProblems: () => void;
}

function SideTabs({ tab, onTab, onProblems }: SideTabsProps) {
  const { t } = useTranslation('flow');
  const inspected = useCanvas(inspectedModule);
  return (
    <Tabs
      className={classes.tabs}
      value={tab}
      onChange={(value) => onTab(value === 'preview' ? 'preview' : 'module')}
    >
      <Tabs.List grow>
        <Tabs.Tab value="module">
          {inspected === null ? t('problemsPanel.title') : t('inspector.tab')}
        </Tabs.Tab>
        <Tabs.Tab value="preview">{t('header.preview')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="module" className={classes.tabPanel}>
        <SidePanel />
      </Tabs.Panel>
      <Tabs.Panel value="preview" className={classes.tabPanel}>
        <PreviewPanel onProblems={onProblems} />
      </Tabs.Panel>
    </Tabs>
  );
}
