import { Alert, Button, Group, Text } from '@mantine/core';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SlotsWarning } from '../../preload/contract';
import { call } from './client';
import { showError } from './errors';
import { useMay } from './use-may';

/** Somebody has put an older file back: what that undoes, and what to do about it. */
export function SlotsNotice({ found }: { found: SlotsWarning }) {
  const { t } = useTranslation('users');
  const maySee = useMay('workspace.dismissSlotsWarning');
  return (
    <Alert
      color="red"
      radius={0}
      icon={<ShieldAlert aria-hidden />}
      title={t(`notices.${found}.title`)}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t(`notices.${found}.text`)}{' '}
          {t(maySee ? `notices.${found}.whatToDo` : 'notices.slotsAskAdmin')}
        </Text>
        {maySee && (
          <Button
            size="xs"
            variant="default"
            flex="none"
            onClick={() => void call('workspace.dismissSlotsWarning').catch(showError)}
          >
            {t('notices.slotsSeenTo')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
