import { Button, Switch } from '@mantine/core';
import { FilePlus2, Scale, WandSparkles } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
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

  const hasArchived = texts?.some(({ archivedAt }) => archivedAt !== null);
  const shown = texts?.filter(({ archivedAt }) => showsArchived || archivedAt === null);
  return (
    <Page width="wide" title={t('title')} intro={t('intro')} actions={<NewActions />}>
      {!texts && <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />}
      {texts?.length === 0 && (
        <EmptyState icon={Scale} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {shown && shown.length > 0 && <TextsTable texts={shown} />}
      {hasArchived && (
        <Switch
          label={t('showArchived')}
          checked={showsArchived}
          onChange={(event) => setShowsArchived(event.currentTarget.checked)}
        />
      )}
    </Page>
  );
}

const Making = z.enum(['new', 'notice']).nullable();

function NewActions() {
  const { t } = useTranslation('legal');
  const mayCreate = useMay('legal.create');
  const [dialog, setDialog] = useKept('legal.making', Making, null);
  if (!mayCreate) return null;
  const close = () => setDialog(null);
  return (
    <>
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
    </>
  );
}
