import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { History, Rocket } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { VersionSummary } from '../../../preload/contract';
import { useKept } from '../../app/place';
import { StartKiosk } from '../../preview/StartKiosk';
import { useBuilder } from '../builder-store';
import { HistoryDialog } from '../versions/HistoryDialog';
import { PublishDialog } from '../versions/PublishDialog';
import { PublishedDialog } from '../versions/PublishedDialog';
import classes from './FlowHeader.module.css';

const Dialog = z.enum(['publish', 'history', 'changes']).nullable();

/** What participants get now, the way to give them the draft, and what they got before. */
export function PublishControls() {
  const { t } = useTranslation('flow');
  const published = useBuilder((state) => state.published);
  const experienceId = useBuilder((state) => state.experience?.id);
  const [dialog, setDialog] = useKept('flow.versions', Dialog, null);
  // What is done is not there again after a lock, nor what has led away from this window.
  const [version, setVersion] = useState<VersionSummary | null>(null);
  const [isStarting, setStarting] = useState(false);
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
          onPublished={(made) => {
            close();
            setVersion(made);
          }}
        />
      )}
      {version && (
        <PublishedDialog
          version={version}
          onClose={() => setVersion(null)}
          onKiosk={() => {
            setVersion(null);
            setStarting(true);
          }}
          onChanges={() => {
            setVersion(null);
            setDialog('changes');
          }}
        />
      )}
      {dialog === 'history' && <HistoryDialog comparison="draft" onClose={close} />}
      {dialog === 'changes' && <HistoryDialog comparison="before" onClose={close} />}
      {isStarting && experienceId !== undefined && (
        <StartKiosk experienceId={experienceId} onClose={() => setStarting(false)} />
      )}
    </>
  );

  function stateOf(): string {
    if (!published) return t('publish.state.none');
    const { number, differs } = published;
    return t(differs ? 'publish.state.differs' : 'publish.state.same', { number });
  }
}
