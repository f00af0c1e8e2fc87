import { Alert } from '@mantine/core';
import { MonitorPlay } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/client';

/** Whoever unlocks gets the kiosk first, not the workspace. */
export function KioskNotice() {
  const { t } = useTranslation('kiosk');
  const [isPending, setPending] = useState(false);

  useEffect(() => {
    call('kiosk.isPending').then(setPending, () => undefined);
  }, []);

  if (!isPending) return null;
  return <Alert icon={<MonitorPlay aria-hidden />}>{t('pending')}</Alert>;
}
