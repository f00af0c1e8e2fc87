import { ActionIcon, Text, Title, Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { focusNode } from '../canvas/focus-node';
import { placeBelow } from '../canvas/place-below';
import { inspectedModule, type PaletteTarget, useCanvas } from '../canvas-store';
import { addModule } from '../draft-actions';
import { useDraft } from '../draft-store';
import { toggleDock } from '../panels/panels-store';
import { useLanguage } from '../use-language';
import { Palette } from './Palette';
import classes from './PaletteDock.module.css';

const FREE_PLACE = 240;

/** The palette beside the canvas: to drag from, or to add below the selected module. */
export function PaletteDock() {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  return (
    <div className={classes.dock}>
      <header className={classes.header}>
        <Title order={2}>{t('palette.dock')}</Title>
        <Tooltip label={t('palette.close')}>
          <ActionIcon aria-label={t('palette.close')} onClick={toggleDock}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </header>
      <Text size="xs" c="dimmed" className={classes.hint}>
        {t('palette.dockHint')}
      </Text>
      <Palette
        isDocked
        label={t('palette.dock')}
        onChoose={(descriptor) => focusNode(addModule(placeFor(), descriptor, language))}
        onClose={toggleDock}
      />
    </div>
  );
}

/** Below the selected module; else where nothing is yet, under all others. */
function placeFor(): PaletteTarget {
  const { modules } = useDraft.getState().graph;
  if (modules.length === 0) return { kind: 'first' };
  const below = placeBelow(inspectedModule(useCanvas.getState()));
  if (below) return below;
  const lowest = modules.reduce((low, each) => (each.position.y > low.position.y ? each : low));
  return { kind: 'at', x: lowest.position.x, y: lowest.position.y + FREE_PLACE };
}
