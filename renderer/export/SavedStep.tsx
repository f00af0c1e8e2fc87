import { Button, Group, Text } from '@mantine/core';
import { CircleCheck, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import { Facts } from '../ui/Facts';
import { formatBytes } from '../ui/format';
import type { FileWords } from './file-words';
import { showFile } from './show-file';
import type { Saved } from './use-export';

interface Props {
  file: Saved;
  words?: FileWords | undefined;
  onClose: () => void;
}

export function SavedStep({ file, words, onClose }: Props) {
  const { t } = useTranslation(['export', 'app']);
  return (
    <>
      <Group gap="sm" wrap="nowrap" align="flex-start" role="status">
        <CircleCheck size={20} color="var(--cv-accent)" style={{ flex: 'none' }} aria-hidden />
        <Text size="sm">{t('saved.intro')}</Text>
      </Group>
      <Facts
        facts={[
          { label: t('saved.file'), value: file.fileName },
          { label: t('saved.folder'), value: file.folder, isCode: true },
          { label: t('saved.rows'), value: t('app:count', { count: file.rows }) },
          { label: t('saved.size'), value: formatBytes(file.bytes) },
          { label: t('saved.sha256'), value: file.sha256, isCode: true },
        ]}
      />
      {words?.saved ?? <Text size="sm">{t('saved.reminder')}</Text>}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          leftSection={<FolderOpen size={16} aria-hidden />}
          onClick={() => void showFile(file.id).catch(showError)}
        >
          {t('saved.show')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('app:close')}
        </Button>
      </Group>
    </>
  );
}
