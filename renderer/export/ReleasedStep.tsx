import { useTranslation } from 'react-i18next';
import type { AppError, ExportRecord } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { ObligationsStep } from './ObligationsStep';
import type { Preparation } from './use-export';

interface Props {
  record: ExportRecord;
  isPreparing: boolean;
  error: AppError | null;
  onPrepare: (preparation: Preparation) => void;
  onClose: () => void;
}

/** The obligations for what another user has released. */
export function ReleasedStep({ record, isPreparing, error, onPrepare, onClose }: Props) {
  const { t } = useTranslation(['export', 'app']);
  const { id, rows, purpose, decidedBy } = record;
  return (
    <ObligationsStep
      rows={rows}
      purpose={null}
      summary={t('choices.released', { purpose, name: decidedBy ?? '' })}
      needsRelease={null}
      isBusy={isPreparing}
      error={error}
      onPurpose={() => undefined}
      onAccept={() => onPrepare({ id, language: currentLanguage() })}
      onRequestRelease={() => undefined}
      onCancel={onClose}
    />
  );
}
