import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PreviewPanel } from '../../preview/PreviewPanel';
import { useCanvas } from '../canvas-store';
import { SidePanel } from '../SidePanel';
import classes from './Panels.module.css';

/** Module and preview in one column. */
export function SideTabs({ onProblems }: { onProblems: () => void }) {
  const { t } = useTranslation('flow');
  const tab = useCanvas((state) => state.tab);
  const isOfProblems = useCanvas(({ modules, section }) => modules.length === 0 && !section);
  return (
    <Tabs
      className={classes.tabs}
      value={tab}
      onChange={(value) => useCanvas.setState({ tab: value === 'preview' ? 'preview' : 'module' })}
    >
      <Tabs.List grow>
        <Tabs.Tab value="module">
          {t(isOfProblems ? 'problemsPanel.title' : 'inspector.tab')}
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
