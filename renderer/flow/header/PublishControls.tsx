import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { History, Rocket } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StartKiosk } from '../../preview/StartKiosk';
import { useBuilder } from '../builder-store';
import { HistoryDialog } from '../versions/HistoryDialog';
import { PublishDialog } from '../versions/PublishDialog';
import classes from './FlowHeader.module.css';

/** What participants get now, the way to give them the draft, and what they got before. */
export function PublishControls() {
  const { t } = useTranslation('flow');
  const published = useBuilder((state) => state.published);
  const experienceId = useBuilder((state) => state.experience?.id);
  const [dialog, setDialog] = useState<'publish' | 'history' | 'changes' | 'kiosk' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Text size="xs" c="dimmed" className={classes.published}>
        {stateOf()}
      </Text>
      <Tooltip label={t('versions.title')}>
        <ActionIcon size={30} aria-label={t('versions.title')} onClick={() => setDialog('history')}>
          <History size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Button
        size="xs"
        leftSection={<Rocket size={15} aria-hidden />}
        onClick={() => setDialog('publish')}
      >
        {t('publish.open')}
      </Button>
      {dialog === 'publish' && (
        <PublishDialog
          onClose={close}
          onKiosk={() => setDialog('kiosk')}
          onChanges={() => setDialog('changes')}
        />
      )}
      {dialog === 'history' && <HistoryDialog comparison="draft" onClose={close} />}
      {dialog === 'changes' && <HistoryDialog comparison="before" onClose={close} />}
      {dialog === 'kiosk' && experienceId !== undefined && (
        <StartKiosk experienceId={experienceId} onClose={close} />
      )}
    </>
  );

  function stateOf(): string {
    if (!published) return t('publish.state.none');
    const { number, differs } = published;
    return t(differs ? 'publish.state.differs' : 'publish.state.same', { number });
  }
}
