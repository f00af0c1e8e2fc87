import { Button } from '@mantine/core';
import { Trophy } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useKept } from '../app/place';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { DrawCard } from './DrawCard';
import { useDraws } from './draw-store';
import { PrepareDialog } from './PrepareDialog';

/** Draws of winners: prepared ones first committed to, drawn ones with who has won. */
export function DrawScreen() {
  const { t } = useTranslation('draw');
  const { draws, error, refresh } = useDraws();
  const [isPreparing, setPreparing] = useKept('draws.preparing', z.boolean(), false);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      width="wide"
      actions={
        <Button leftSection={<Trophy size={16} aria-hidden />} onClick={() => setPreparing(true)}>
          {t('prepare.action')}
        </Button>
      }
    >
      {(!draws || error !== null) && (
        <Pending title={t('loadFailed')} error={error} onRetry={() => void refresh()} />
      )}
      {draws?.length === 0 && (
        <EmptyState icon={Trophy} title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      {draws?.map((draw) => (
        <DrawCard key={draw.id} draw={draw} />
      ))}
      {isPreparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </Page>
  );
}
