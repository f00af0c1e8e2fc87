import { Alert, Anchor } from '@mantine/core';
import { Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRetention } from './retention-store';

/** Holds suspend the policy: whoever reads it has to know. */
export function HoldsBanner({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation('retention');
  const holds = useRetention((state) => state.holds) ?? [];
  const inForce = holds.filter(({ approvedBy }) => approvedBy !== null);
  const waiting = holds.length - inForce.length;
  const kept = inForce.reduce((sum, { rowsPastExpiry }) => sum + rowsPastExpiry, 0);
  if (holds.length === 0) return null;
  return (
    <Alert py="xs" color="orange" icon={<Gavel aria-hidden />}>
      {[
        inForce.length > 0 && t('holds.inForce', { count: inForce.length }),
        inForce.length > 0 && t('holds.kept', { count: kept }),
        waiting > 0 && t('holds.waiting', { count: waiting }),
      ]
        .filter((sentence) => sentence !== false)
        .join(' ')}{' '}
      <Anchor component="button" inherit onClick={onShow}>
        {t('holds.show')}
      </Anchor>
    </Alert>
  );
}
