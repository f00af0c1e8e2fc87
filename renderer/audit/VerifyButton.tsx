import { Button } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../app/errors';
import { useAuditStore } from './audit-store';

export function VerifyButton() {
  const { t } = useTranslation('audit');
  const verify = useAuditStore((state) => state.verify);
  const [isVerifying, setVerifying] = useState(false);

  const run = async () => {
    setVerifying(true);
    try {
      await verify();
    } catch (error) {
      showError(error);
    } finally {
      setVerifying(false);
    }
  };

  return (
    <Button
      leftSection={<ShieldCheck size={16} aria-hidden />}
      loading={isVerifying}
      onClick={() => void run()}
    >
      {t('verify.action')}
    </Button>
  );
}
