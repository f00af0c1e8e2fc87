import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeFilePreview, CodePool, CodesProgress } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { Dialog } from '../ui/Dialog';
import { FoundCodes } from './FoundCodes';
import { ImportSteps } from './ImportSteps';
import { UnderstoodFile } from './UnderstoodFile';
import { type Understood, useImport } from './use-import';

interface Props {
  /** Where the codes are added; without it they become a new pool. */
  pool?: CodePool;
  onClose: () => void;
  onImported: (poolId: string) => void;
}

const STEP_OF = {
  choosing: 'file',
  understood: 'columns',
  reading: 'columns',
  read: 'result',
  importing: 'result',
} as const;

export function ImportDialog({ pool, onClose, onImported }: Props) {
  const { t } = useTranslation(['codes', 'app']);
  const message = useErrorMessage();
  const { phase, error, choose, correct, assign, back, read, cancel, take } = useImport(pool);
  const content = useFocusOnChange(phase.is);

  const confirm = async (file: Understood, preview: CodeFilePreview, name: string) => {
    const id = await take(file, preview, name);
    if (id === null) return;
    notify(t('import.done', { count: preview.codes }));
    onImported(id);
    onClose();
  };

  return (
    <Dialog
      size={760}
      yOffset="3dvh"
      title={pool ? t('import.titleAdd', { name: pool.name }) : t('import.title')}
      onClose={onClose}
      closeOnClickOutside={false}
    >
      {/* As high at every step, so that nothing jumps under the mouse. */}
      <Stack
        gap="md"
        ref={content}
        tabIndex={-1}
        mih="min(460px, 94dvh - 120px)"
        style={{ outline: 'none' }}
      >
        <ImportSteps
          current={STEP_OF[phase.is]}
          fileName={phase.is === 'choosing' ? undefined : phase.file.sample.fileName}
        />
        {error && <Alert color="red">{message(error)}</Alert>}
        {phase.is === 'choosing' && (
          <>
            <Text size="sm">{t('import.hint')}</Text>
            <Group justify="flex-end" gap="xs" mt="auto">
              <Button variant="default" onClick={onClose}>
                {t('app:cancel')}
              </Button>
              <Button
                data-autofocus
                leftSection={<FileUp size={16} aria-hidden />}
                onClick={() => void choose()}
              >
                {t('import.choose')}
              </Button>
            </Group>
          </>
        )}
        {phase.is === 'understood' && (
          <UnderstoodFile
            file={phase.file}
            isBusy={phase.isLooking}
            onCorrect={(change) => void correct(phase.file, change)}
            onAssign={assign}
            onRead={() => void read(phase.file)}
            onAnother={() => void choose()}
          />
        )}
        {phase.is === 'reading' && <Reading progress={phase.progress} onStop={cancel} />}
        {(phase.is === 'read' || phase.is === 'importing') && (
          <FoundCodes
            preview={phase.preview}
            pool={pool}
            hasPoints={phase.file.columns.points !== null}
            isBusy={phase.is === 'importing'}
            onConfirm={(name) => void confirm(phase.file, phase.preview, name)}
            onBack={() => back(phase.file)}
          />
        )}
      </Stack>
    </Dialog>
  );
}

/** The button that led on is gone with its step: whoever uses the keyboard goes on where the next begins. */
function useFocusOnChange(step: string) {
  const content = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) content.current?.focus();
    before.current = step;
  }, [step]);
  return content;
}

function Reading({ progress, onStop }: { progress: CodesProgress | null; onStop: () => void }) {
  const { t } = useTranslation('codes');
  const share = progress ? (progress.bytes / Math.max(1, progress.totalBytes)) * 100 : 0;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('import.reading')}</Text>
      <Progress value={share} animated={!progress} aria-label={t('import.reading')} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {progress && t('import.read', { count: progress.codes })}
        </Text>
        <Button variant="default" size="xs" onClick={onStop}>
          {t('import.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
