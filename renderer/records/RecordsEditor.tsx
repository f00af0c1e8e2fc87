import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language, type Output, type RecordDetails } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { notify } from '../app/notify';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { useSubmit } from '../ui/use-submit';
import { EditorParts } from './EditorParts';

interface Props {
  onClose: () => void;
}

/** All that Article 30 asks for and no flow can say, part by part. */
export function RecordsEditor({ onClose }: Props) {
  const { t, i18n } = useTranslation(['records', 'app']);
  const language = Language.parse(i18n.language);
  const [loaded, setLoaded] = useState<Output<'records.details'> | null>(null);
  const [details, setDetails] = useState<RecordDetails | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { isBusy, error, submit } = useSubmit();
  useEffect(() => {
    call('records.details', { language }).then((found) => {
      setLoaded(found);
      // What is typed is not lost when the language is changed.
      setDetails((typed) => typed ?? found.details);
    }, setFailure);
  }, [language]);

  const save = () =>
    submit(async () => {
      if (details) await call('records.setDetails', details);
      notify(t('editor.saved'));
      onClose();
    });
  const isChanged = loaded !== null && JSON.stringify(loaded.details) !== JSON.stringify(details);
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
      back={{ label: t('editor.back'), go: leave }}
      actions={
        <Button loading={isBusy} disabled={!details} onClick={() => void save()}>
          {t('editor.save')}
        </Button>
      }
    >
      {(!loaded || !details) && (
        <Pending
          title={t('loadFailed')}
          error={failure === null ? null : toAppError(failure)}
          onRetry={onClose}
        />
      )}
      {loaded && details && (
        <EditorParts
          details={details}
          experiences={loaded.experiences}
          error={error}
          onChange={(changes) => setDetails((now) => now && { ...now, ...changes })}
        />
      )}
    </Page>
  );
}
