import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { UserPlus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Pending } from '../ui/Pending';
import { AddUserDialog } from './AddUserDialog';
import { KeySection } from './KeySection';
import { UsersTable } from './UsersTable';
import { useUsersStore } from './users-store';

export function UsersScreen() {
  const { t } = useTranslation(['users', 'app']);
  const { users, error, load } = useUsersStore();
  const [isAdding, { open, close }] = useDisclosure(false);

  useEffect(() => void load(), [load]);

  if (!users) {
    return <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />;
  }

  return (
    <Stack gap="md" maw={1040} px="lg" py="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed">
            {t('intro')}
          </Text>
        </div>
        <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={open}>
          {t('add.action')}
        </Button>
      </Group>
      <UsersTable users={users} />
      <KeySection />
      {isAdding && <AddUserDialog onClose={close} />}
    </Stack>
  );
}
