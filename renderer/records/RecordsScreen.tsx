import { Alert, Button, Paper } from '@mantine/core';
import { FileDown, PenLine } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language, type Report } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useMay } from '../app/use-may';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { opens } from '../ui/page-focus';
import { RecordsEditor } from './RecordsEditor';
import { ReportSections } from './ReportSections';
import { closeRecords, editRecords, useRecordsDraft } from './records-draft';
import { useReviewNotice } from './records-to-do';

/** The records of processing activities, on screen and as a file. */
export function RecordsScreen() {
  const { t } = useTranslation('records');
  const { report, error, load, language } = useReport();
  const notice = useReviewNotice(report);
  const mayEdit = useMay('records.setDetails');
  const isEditing = useRecordsDraft((state) => state.isEditing) && mayEdit;

  const save = async (format: 'html' | 'pdf') => {
    try {
      const saved = await call('records.save', { language, format });
      if (saved.outcome === 'saved') notify(t('saved', { fileName: saved.fileName }));
    } catch (failure) {
      showError(failure);
    }
  };

  if (isEditing) {
    return (
      <RecordsEditor
        onClose={() => {
          closeRecords();
          load();
        }}
      />
    );
  }
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <>
          {(['html', 'pdf'] as const).map((format) => (
            <Button
              key={format}
              variant="default"
              leftSection={<FileDown size={16} aria-hidden />}
              onClick={() => void save(format)}
            >
              {t(format === 'html' ? 'saveHtml' : 'savePdf')}
            </Button>
          ))}
          {mayEdit && (
            <Button
              ref={opens('records')}
              leftSection={<PenLine size={16} aria-hidden />}
              onClick={editRecords}
            >
              {t('edit')}
            </Button>
          )}
        </>
      }
    >
      {(!report || error !== null) && (
        <Pending title={t('loadFailed')} error={error} onRetry={load} />
      )}
      {notice !== null && (
        <Alert color="orange" py="xs">
          {notice}
        </Alert>
      )}
      {report && (
        <Paper withBorder p="lg" component="article" aria-label={report.title}>
          <ReportSections report={report} />
        </Paper>
      )}
    </Page>
  );
}

function useReport() {
  const { i18n } = useTranslation();
  const language = Language.parse(i18n.language);
  const [report, setReport] = useState<Report | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    call('records.report', { language }).then(
      (loaded) => {
        setReport(loaded);
        setError(null);
      },
      (failure: unknown) => setError(failure),
    );
  }, [language]);
  useEffect(load, [load]);
  return { report, error, load, language };
}
