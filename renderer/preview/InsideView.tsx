import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTrail } from './DataTrail';
import classes from './InsideView.module.css';
import { namedVariables } from './named-variables';
import { usePreview } from './preview-store';
import { VariablesView } from './VariablesView';

/** What the participant does not see: rows that were written, and what the chat knows. */
export function InsideView() {
  const { t } = useTranslation('preview');
  const rows = usePreview((state) => state.trail.length);
  const known = usePreview((state) => namedVariables(state.variables).length);
  return (
    <Tabs defaultValue="trail" className={classes.inside}>
      <Tabs.List>
        <Tabs.Tab value="trail">
          {t('trail.title')} {rows > 0 && <span className={classes.count}>{rows}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="variables">
          {t('variables.title')} {known > 0 && <span className={classes.count}>{known}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="trail" className={classes.panel}>
        <DataTrail />
      </Tabs.Panel>
      <Tabs.Panel value="variables" className={classes.panel}>
        <VariablesView />
      </Tabs.Panel>
    </Tabs>
  );
}
