import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { ExportSteps } from '../export/ExportDialog';
import { ObligationsStep } from '../export/ObligationsStep';
import { rowsIn } from './rows-in';

interface Props {
  summary: PersonSummary;
  onClose: () => void;
}

/** The answer to a request for access, saved like any other export. */
export function AccessDialog({ summary, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const { email } = summary;
  const rows = rowsIn(summary);
  const [purpose, setPurpose] = useState(() => t('access.purposeDefault'));
  return (
    <ExportSteps
      title={t('access.title')}
      onClose={onClose}
      firstStep={({ isPreparing, error, onPrepare }) => (
        <ObligationsStep
          rows={rows}
          purpose={purpose}
          summary={t('access.contents', { email, rows: t('facts.rows', { count: rows }) })}
          needsRelease={null}
          isBusy={isPreparing}
          error={error}
          onPurpose={setPurpose}
          onAccept={() => onPrepare({ email, purpose, language: currentLanguage() })}
          onRequestRelease={() => undefined}
          onCancel={onClose}
        />
      )}
    />
  );
}
