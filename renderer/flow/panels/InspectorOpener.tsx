import { Button } from '@mantine/core';
import { PanelRightOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showsSidePanel, useCanvas } from '../canvas-store';
import classes from './Panels.module.css';
import { setPanels, usePanels } from './panels-store';

/** The way back to the column of what is selected, once it was dragged away. */
export function InspectorOpener() {
  const { t } = useTranslation('flow');
  const isOpen = usePanels((state) => state.isInspectorOpen);
  const hasSubject = useCanvas(showsSidePanel);
  if (isOpen || !hasSubject) return null;
  return (
    <Button
      className={classes.opener}
      size="xs"
      variant="default"
      leftSection={<PanelRightOpen size={15} aria-hidden />}
      onClick={() => setPanels({ isInspectorOpen: true })}
    >
      {t('panels.openInspector')}
    </Button>
  );
}
