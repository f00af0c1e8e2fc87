import { ActionIcon, Text, Title, Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toggleDock } from '../panels/panels-store';
import { useLanguage } from '../use-language';
import { addFromDock } from './add-from-dock';
import { Palette } from './Palette';
import classes from './PaletteDock.module.css';

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
        onChoose={(descriptor) => addFromDock(descriptor, language)}
        onClose={toggleDock}
      />
    </div>
  );
}
