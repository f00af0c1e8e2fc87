import { ActionIcon, Button, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { MonitorPlay, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../flow/builder-store';
import { useLanguage } from '../flow/use-language';
import { Conversation } from './Conversation';
import { IdlePreview } from './IdlePreview';
import { InsideView } from './InsideView';
import { Pretences } from './Pretences';
import { PreviewOptionsMenu } from './PreviewOptionsMenu';
import classes from './PreviewPanel.module.css';
import { forgetChat, startChat } from './preview-actions';
import { previewChat, useOption, usePreview } from './preview-store';
import { StartFailure } from './StartFailure';
import { StartKiosk } from './StartKiosk';

interface Props {
  /** Shows the problems that keep the flow from being played. */
  onProblems: () => void;
}

export function PreviewPanel({ onProblems }: Props) {
  const experienceId = useBuilder((state) => state.experience?.id);
  const isPlaying = previewChat.use((state) => state.sessionId !== null);
  const failure = previewChat.use((state) => state.failure);
  const width = useOption('width');

  useEffect(() => {
    const { playing } = usePreview.getState();
    if (playing && playing.experienceId !== experienceId) forgetChat();
  }, [experienceId]);

  return (
    <div className={classes.panel} data-preview-width={width}>
      <PreviewHeader />
      <Pretences />
      {isPlaying && <Conversation onProblems={onProblems} />}
      {!isPlaying && failure && <StartFailure error={failure.error} onProblems={onProblems} />}
      {!isPlaying && !failure && <IdlePreview />}
      {isPlaying && <InsideView />}
    </div>
  );
}

function PreviewHeader() {
  const { t } = useTranslation(['preview', 'kiosk']);
  const experienceId = useBuilder((state) => state.experience?.id);
  const [isStartingKiosk, { open, close }] = useDisclosure(false);
  const language = useLanguage();
  const hasSession = previewChat.use((state) => state.sessionId !== null);
  const isBusy = previewChat.use((state) => state.isBusy);
  return (
    <header className={classes.header}>
      <Title order={2}>{t('preview:title')}</Title>
      <Tooltip label={t('kiosk:begin.action')}>
        <ActionIcon aria-label={t('kiosk:begin.action')} onClick={open}>
          <MonitorPlay size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <PreviewOptionsMenu />
      <Button
        size="xs"
        variant="default"
        disabled={!hasSession || isBusy}
        leftSection={<RotateCcw size={14} aria-hidden />}
        onClick={() => void startChat(language)}
      >
        {t('preview:restart')}
      </Button>
      {isStartingKiosk && experienceId !== undefined && (
        <StartKiosk experienceId={experienceId} onClose={close} />
      )}
    </header>
  );
}
