import { Button } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';

/** Saves what anyone needs to check the draw. */
export function RecordButton({ draw }: { draw: DrawView }) {
  const { t } = useTranslation('draw');
  const save = async () => {
    try {
      const saved = await call('draws.saveRecord', { id: draw.id });
      if (saved.outcome === 'saved') notify(t('record.saved', { fileName: saved.fileName }));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Button
      size="xs"
      w="fit-content"
      variant="default"
      leftSection={<FileCheck size={14} aria-hidden />}
      onClick={() => void save()}
    >
      {t('record.action')}
    </Button>
  );
}
