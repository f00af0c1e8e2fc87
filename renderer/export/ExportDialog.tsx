import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AppError,
  DataFilter,
  ExportRecord,
  PrintOut,
  TableName,
} from '../../preload/contract';
import { showError } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { FirstStep } from './FirstStep';
import type { FileWords } from './file-words';
import { PasswordStep } from './PasswordStep';
import { ReleasedStep } from './ReleasedStep';
import { SavedStep } from './SavedStep';
import { SavingStep } from './SavingStep';
import { type ExportStep, type Preparation, useExport } from './use-export';

const STEP_NUMBERS: Record<ExportStep['step'], number> = {
  obligations: 1,
  password: 2,
  saving: 3,
  saved: 3,
};

const NO_FILTER: DataFilter = {};

interface Props {
  tables: readonly TableName[];
  filter?: DataFilter;
  /** What is printed beside the table of winners. */
  print?: PrintOut;
  /** What another user has released; then there is nothing to choose. */
  released?: ExportRecord;
  onClose: () => void;
}

export function ExportDialog({ tables, filter = NO_FILTER, print, released, onClose }: Props) {
  const { t } = useTranslation(['export', 'app']);
  const [only, ...others] = tables;
  return (
    <ExportSteps
      title={
        only && others.length === 0
          ? t('title', { table: t(`app:tables.${only}`) })
          : t('titleSeveral')
      }
      firstStep={(step) =>
        released ? (
          <ReleasedStep record={released} {...step} />
        ) : (
          <FirstStep tables={tables} filter={filter} print={print} {...step} />
        )
      }
      onClose={onClose}
    />
  );
}

/** What the first step gets: it ends with what is to be prepared. */
export interface FirstStepProps {
  isPreparing: boolean;
  error: AppError | null;
  onPrepare: (preparation: Preparation) => void;
  onClose: () => void;
}

interface StepsProps {
  title: string;
  firstStep: (props: FirstStepProps) => ReactNode;
  /** Where the file is not for whoever exports it. */
  words?: FileWords;
  onClose: () => void;
}

/** From the obligations over the one-time password to the saved file. */
export function ExportSteps({ title, firstStep, words, onClose }: StepsProps) {
  const { t } = useTranslation(['export', 'app']);
  const { state, prepare, save, cancel, copyPassword } = useExport();
  const isSaving = state.step === 'saving';
  const isHoldingPassword = isSaving || state.step === 'password';

  return (
    <Dialog
      size={620}
      onClose={onClose}
      // A slip must not throw away a password that is shown only once.
      closeOnClickOutside={!isHoldingPassword}
      closeOnEscape={!isHoldingPassword}
      closeButtonProps={{ disabled: isSaving }}
      title={title}
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed" role="status">
          {t('step', { step: STEP_NUMBERS[state.step], steps: 3 })} · {t(`steps.${state.step}`)}
        </Text>
        {state.step === 'obligations' &&
          firstStep({
            isPreparing: state.isPreparing,
            error: state.error,
            onPrepare: (preparation) => void prepare(preparation),
            onClose,
          })}
        {state.step === 'password' && (
          <PasswordStep
            password={state.password}
            words={words}
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
        {state.step === 'saved' && <SavedStep file={state.file} words={words} onClose={onClose} />}
      </Stack>
    </Dialog>
  );
}
