import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useUnkeptCode } from '../workspace/unkept-code';
import { showScreen } from './show-screen';

/** A lock has taken a recovery code away before the user has said that it is kept. */
export function UnkeptCodeNotice() {
  const { t } = useTranslation('users');
  const [isUnkept, setUnkept] = useUnkeptCode();
  if (!isUnkept) return null;
  return (
    <Alert
      color="orange"
      radius={0}
      icon={<KeyRound color="var(--mantine-color-orange-7)" aria-hidden />}
      title={t('notices.unkeptCodeTitle')}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t('notices.unkeptCode')}{' '}
          <Anchor component="button" type="button" inherit onClick={() => showScreen('settings')}>
            {t('notices.unkeptCodeOpen')}
          </Anchor>
        </Text>
        <Button size="xs" variant="default" flex="none" onClick={() => setUnkept(false)}>
          {t('notices.unkeptCodeKept')}
        </Button>
      </Group>
    </Alert>
  );
}
