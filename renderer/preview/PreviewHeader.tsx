import { ActionIcon, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  ExternalLink,
  type LucideIcon,
  MonitorPlay,
  PanelRight,
  RotateCcw,
  Route,
  UsersRound,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../flow/builder-store';
import { PreviewOptionsMenu } from './PreviewOptionsMenu';
import classes from './PreviewPanel.module.css';
import { startChat } from './preview-actions';
import { type PreviewState, previewChat, showView, usePreview } from './preview-store';
import { StartKiosk } from './StartKiosk';
import { dock, IS_PREVIEW_WINDOW, undock } from './window/undocked';

/** What can be done with the chat, in a row that fits the narrow panel in every language. */
export function PreviewHeader() {
  const { t } = useTranslation(['preview', 'kiosk']);
  const experienceId = useBuilder((state) => state.experience?.id);
  const [isStartingKiosk, { open, close }] = useDisclosure(false);
  return (
    <header className={classes.header}>
      <Title order={2}>{t('preview:title')}</Title>
      <ViewToggle view="personas" label={t('preview:personas.title')} icon={UsersRound} />
      <ViewToggle view="ways" label={t('preview:ways.title')} icon={Route} />
      <Tooltip label={t('kiosk:begin.action')}>
        <ActionIcon aria-label={t('kiosk:begin.action')} onClick={open}>
          <MonitorPlay size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <PreviewOptionsMenu />
      <DockToggle />
      <Restart />
      {isStartingKiosk && experienceId !== undefined && (
        <StartKiosk experienceId={experienceId} onClose={close} />
      )}
    </header>
  );
}

/** Into a window of its own, and back. */
function DockToggle() {
  const { t } = useTranslation('preview');
  const label = t(IS_PREVIEW_WINDOW ? 'window.dock' : 'window.undock');
  const Icon = IS_PREVIEW_WINDOW ? PanelRight : ExternalLink;
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={IS_PREVIEW_WINDOW ? dock : undock}>
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

interface ToggleProps {
  view: Exclude<PreviewState['view'], 'chat'>;
  label: string;
  icon: LucideIcon;
}

/** Shows something instead of the chat, and the chat again. */
function ViewToggle({ view, label, icon: Icon }: ToggleProps) {
  const isShown = usePreview((state) => state.view === view);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={isShown ? 'light' : 'subtle'}
        aria-label={label}
        aria-pressed={isShown}
        onClick={() => showView(isShown ? 'chat' : view)}
      >
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Restart() {
  const { t } = useTranslation('preview');
  const hasSession = previewChat.use((state) => state.sessionId !== null);
  const isBusy = previewChat.use((state) => state.isBusy);
  const restart = (): void => {
    showView('chat');
    void startChat();
  };
  return (
    <Tooltip label={t('restart')}>
      <ActionIcon
        variant="default"
        aria-label={t('restart')}
        disabled={!hasSession || isBusy}
        onClick={restart}
      >
        <RotateCcw size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
