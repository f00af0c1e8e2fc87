import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockReason } from '../../preload/contract';
import { RestoreButton } from '../backup/RestoreButton';
import { EntranceHeading } from './EntranceHeading';
import { EntranceLayout } from './EntranceLayout';
import { KioskNotice } from './KioskNotice';
import type { LockedUser } from './locked-user';
import { RecoverForm } from './RecoverForm';
import { UnlockForm } from './UnlockForm';

interface Props {
  name: string;
  users: LockedUser[];
  /** Nobody has unlocked it since: it may be the wrong backup, of which nobody has a passphrase. */
  justRestored: boolean;
  reason: LockReason | null;
}

export function UnlockPage({ name, users, justRestored, reason }: Props) {
  const { t } = useTranslation(['workspace', 'backup']);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isRecovering, setRecovering] = useState(false);
  const user = users.find(({ id }) => id === chosenId) ?? users[0];
  if (!user) return null;

  return (
    <EntranceLayout>
      <Stack gap="md">
        <EntranceHeading
          title={t(isRecovering ? 'recover.title' : 'unlock.title', { name })}
          intro={t(isRecovering ? 'recover.intro' : 'unlock.intro')}
        />
        {reason && (
          <Text size="sm" c="dimmed" role="status">
            {t(`unlock.reasons.${reason.kind}`, {
              count: reason.kind === 'idle' ? reason.minutes : 0,
            })}
          </Text>
        )}
        <KioskNotice />
        {users.length > 1 && (
          <NativeSelect
            label={t('unlock.user')}
            value={user.id}
            data={users.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(event) => setChosenId(event.currentTarget.value)}
          />
        )}
        {isRecovering ? (
          <RecoverForm key={user.id} user={user} onCancel={() => setRecovering(false)} />
        ) : (
          <UnlockForm key={user.id} user={user} onRecover={() => setRecovering(true)} />
        )}
        {justRestored && (
          <>
            <RestoreButton />
            <Text size="sm" c="dimmed">
              {t('backup:restore.kept')}
            </Text>
          </>
        )}
      </Stack>
    </EntranceLayout>
  );
}
