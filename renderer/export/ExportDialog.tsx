import { Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../preload/contract';
import { showError } from '../app/errors';
import { ObligationsStep } from './ObligationsStep';
import { PasswordStep } from './PasswordStep';
import { SavedStep } from './SavedStep';
import { SavingStep } from './SavingStep';
import { type ExportStep, useExport } from './use-export';

const STEP_NUMBERS: Record<ExportStep['step'], number> = {
  obligations: 1,
  password: 2,
  saving: 3,
  saved: 3,
};

interface Props {
  table: TableName;
  rows: number;
  onClose: () => void;
}

export function ExportDialog({ table, rows, onClose }: Props) {
  const { t } = useTranslation(['export', 'app']);
  const { state, prepare, save, cancel, copyPassword } = useExport(table);
  const isSaving = state.step === 'saving';
  const isHoldingPassword = isSaving || state.step === 'password';

  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      // A slip must not throw away a password that is shown only once.
      closeOnClickOutside={!isHoldingPassword}
      closeOnEscape={!isHoldingPassword}
      closeButtonProps={{ 'aria-label': t('app:close'), disabled: isSaving }}
      title={t('title', { table: t(`app:tables.${table}`) })}
    >
      <Stack gap="md">
        <Text size="xs" c="dimmed" role="status">
          {t('step', { step: STEP_NUMBERS[state.step], steps: 3 })} · {t(`steps.${state.step}`)}
        </Text>
        {state.step === 'obligations' && (
          <ObligationsStep
            rows={rows}
            isPreparing={state.isPreparing}
            error={state.error}
            onAccept={() => void prepare()}
            onCancel={onClose}
          />
        )}
        {state.step === 'password' && (
          <PasswordStep
            password={state.password}
            setback={state.setback}
            onCopy={copyPassword}
            onSave={() => void save(state.password)}
            onCancel={onClose}
          />
        )}
        {state.step === 'saving' && (
          <SavingStep
            progress={state.progress}
            isCancelling={state.isCancelling}
            onCancel={() => void cancel().catch(showError)}
          />
        )}
        {state.step === 'saved' && <SavedStep file={state.file} onClose={onClose} />}
      </Stack>
    </Modal>
  );
}
