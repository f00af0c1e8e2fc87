import { Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { FilePlus2, Scale, WandSparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/use-may';
import { EmptyState } from '../ui/EmptyState';
import { Pending } from '../ui/Pending';
import { openText, useLegalTexts } from './legal-store';
import { NewTextDialog } from './NewTextDialog';
import { NoticeDialog } from './NoticeDialog';
import { TextEditor } from './TextEditor';
import { TextsTable } from './TextsTable';

/** Legal texts by kind, or the one that is open. */
export function LegalScreen() {
  const openId = useLegalTexts((state) => state.openId);
  return openId === null ? <TextList /> : <TextEditor key={openId} id={openId} />;
}

function TextList() {
  const { t } = useTranslation('legal');
  const { texts, error, load } = useLegalTexts();
  const [showsArchived, setShowsArchived] = useState(false);

  useEffect(() => void load(), [load]);

  if (!texts) {
    return <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />;
  }
  const hasArchived = texts.some(({ archivedAt }) => archivedAt !== null);
  const shown = texts.filter(({ archivedAt }) => showsArchived || archivedAt === null);
  return (
    <Stack gap="md" maw={1100} px="lg" py="md">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} flex={1} miw={280}>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed" maw={620}>
            {t('intro')}
          </Text>
        </Stack>
        <NewActions />
      </Group>
      {texts.length === 0 ? (
        <EmptyState icon={Scale} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <TextsTable texts={shown} />
      )}
      {hasArchived && (
        <Switch
          label={t('showArchived')}
          checked={showsArchived}
          onChange={(event) => setShowsArchived(event.currentTarget.checked)}
        />
      )}
    </Stack>
  );
}

function NewActions() {
  const { t } = useTranslation('legal');
  const mayCreate = useMay('legal.create');
  const [dialog, setDialog] = useState<'new' | 'notice' | null>(null);
  if (!mayCreate) return null;
  const close = () => setDialog(null);
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<FilePlus2 size={16} aria-hidden />}
        onClick={() => setDialog('new')}
      >
        {t('new.action')}
      </Button>
      <Button
        leftSection={<WandSparkles size={16} aria-hidden />}
        onClick={() => setDialog('notice')}
      >
        {t('notice.action')}
      </Button>
      {dialog === 'new' && <NewTextDialog onClose={close} onMade={openText} />}
      {dialog === 'notice' && <NoticeDialog onClose={close} onMade={openText} />}
    </Group>
  );
}
