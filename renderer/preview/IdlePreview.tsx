import { Button, Text } from '@mantine/core';
import { MessageSquareText, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../flow/builder-store';
import { useCanvas } from '../flow/canvas-store';
import { LookSample } from './LookSample';
import classes from './PreviewPanel.module.css';
import { startChat } from './preview-actions';
import { previewChat } from './preview-store';

/** Nothing plays, and so nothing is written, until someone asks for it. */
export function IdlePreview() {
  const { t } = useTranslation('preview');
  const isBusy = previewChat.use((state) => state.isBusy);
  const storesNothing = useBuilder((state) => state.settings?.storeData === false);
  const isDesigned = useCanvas((state) => state.area === 'design');
  return (
    <div className={classes.idle}>
      {isDesigned && <LookSample />}
      <div className={classes.notice} data-small={isDesigned || undefined}>
        {!isDesigned && (
          <MessageSquareText size={32} strokeWidth={1.5} color="var(--cv-accent)" aria-hidden />
        )}
        <Text size="sm">{t(isDesigned ? 'idle.sample' : 'idle.text')}</Text>
        <Text size="xs" c="dimmed">
          {storesNothing ? t('idle.storageOff') : t('idle.storage')}
        </Text>
        <Button
          mt="xs"
          loading={isBusy}
          leftSection={<Play size={15} aria-hidden />}
          onClick={() => void startChat()}
        >
          {t('start')}
        </Button>
      </div>
    </div>
  );
}
