import { Badge, Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { formatDay } from '../ui/format';
import { RoleSelect } from './RoleSelect';
import { UserMenu } from './UserMenu';

export function UsersTable({ users }: { users: UserView[] }) {
  const { t } = useTranslation('users');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720} type="native">
        <Table fz="sm" verticalSpacing="xs" aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('columns.name')}</Table.Th>
              <Table.Th scope="col">{t('columns.role')}</Table.Th>
              <Table.Th scope="col">{t('columns.access')}</Table.Th>
              <Table.Th scope="col">{t('columns.since')}</Table.Th>
              <Table.Th scope="col" aria-label={t('columns.actions')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {users.map((user) => (
              <UserRow key={user.id} user={user} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function UserRow({ user }: { user: UserView }) {
  const { t } = useTranslation('users');
  const status = useAppStore((state) => state.status);
  const isMe = status?.state === 'unlocked' && status.user.id === user.id;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Group gap={8} wrap="nowrap">
          <Text span inherit c={user.disabled ? 'dimmed' : 'var(--mantine-color-text)'}>
            {user.name}
          </Text>
          {isMe && <Badge>{t('you')}</Badge>}
          {user.disabled && (
            <Badge color="red" c="var(--mantine-color-text)">
              {t('disabled')}
            </Badge>
          )}
        </Group>
      </Table.Th>
      <Table.Td>
        <RoleSelect user={user} />
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {user.passphraseIsTemporary ? (
            <Badge color="orange" c="var(--mantine-color-text)">
              {t('access.temporary')}
            </Badge>
          ) : (
            <Badge color="gray">{t('access.passphrase')}</Badge>
          )}
          {user.recoveryCode && <Badge color="gray">{t('access.recoveryCode')}</Badge>}
          {user.keystore && <Badge color="gray">{t('access.keystore')}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDay(user.createdAt)}</Table.Td>
      <Table.Td ta="right">{!isMe && <UserMenu user={user} />}</Table.Td>
    </Table.Tr>
  );
}
