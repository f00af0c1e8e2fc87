import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language, type Output } from '../../preload/contract';
import { call } from '../app/client';
import { notify } from '../app/notify';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { useSubmit } from '../ui/use-submit';
import { EditorParts } from './EditorParts';
import { changed, changeRecords, useRecordsDraft } from './records-draft';

interface Props {
  onClose: () => void;
}

/** All that Article 30 asks for and no flow can say, part by part. */
export function RecordsEditor({ onClose }: Props) {
  const { t } = useTranslation(['records', 'app']);
  const { loaded, failure, load } = useDetails();
  const changes = useRecordsDraft((state) => state.changes);
  const { isBusy, error, submit } = useSubmit();
  const details = loaded && changed(loaded.details, changes);
  const isChanged = JSON.stringify(loaded?.details ?? null) !== JSON.stringify(details);

  const save = () =>
    submit(async () => {
      if (details) await call('records.setDetails', details);
      notify(t('editor.saved'));
      onClose();
    });
  const leave = () => {
    if (!isChanged) return onClose();
    modals.openConfirmModal({
      title: t('editor.leave.title'),
      children: t('editor.leave.text'),
      labels: { confirm: t('editor.leave.action'), cancel: t('app:cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: onClose,
    });
  };
  return (
    <Page
      title={t('editor.title')}
      width="wide"
      back={{ label: t('editor.back'), go: leave, from: 'records' }}
      actions={
        <>
          <Text size="sm" c="dimmed" role="status">
            {isChanged && t('editor.unsaved')}
          </Text>
          <Button loading={isBusy} disabled={!details} onClick={() => void save()}>
            {t('editor.save')}
          </Button>
        </>
      }
    >
      {(!loaded || !details) && <Pending title={t('loadFailed')} error={failure} onRetry={load} />}
      {loaded && details && (
        <EditorParts
          details={details}
          experiences={loaded.experiences}
          error={error}
          onChange={changeRecords}
        />
      )}
    </Page>
  );
}

function useDetails() {
  const { i18n } = useTranslation();
  const language = Language.parse(i18n.language);
  const [loaded, setLoaded] = useState<Output<'records.details'> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = useCallback(() => {
    setFailure(null);
    call('records.details', { language }).then(setLoaded, setFailure);
  }, [language]);
  useEffect(load, [load]);
  return { loaded, failure, load };
}
