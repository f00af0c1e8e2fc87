import { Button } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useKept } from '../app/place';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { AddUserDialog } from './AddUserDialog';
import { KeySection } from './KeySection';
import { UsersTable } from './UsersTable';
import { useUsersStore } from './users-store';

export function UsersScreen() {
  const { t } = useTranslation('users');
  const { users, error, load } = useUsersStore();
  const [isAdding, setAdding] = useKept('users.adding', z.boolean(), false);

  useEffect(() => void load(), [load]);

  return (
    <Page
      width="wide"
      title={t('title')}
      intro={t('intro')}
      actions={
        <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('add.action')}
        </Button>
      }
    >
      {users ? (
        <UsersTable users={users} />
      ) : (
        <Pending title={t('loadFailed')} error={error} onRetry={() => void load()} />
      )}
      <KeySection />
      {isAdding && <AddUserDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
