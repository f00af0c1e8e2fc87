import { Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoButton } from '../ui/UndoButton';
import { followDeletions, type Going, useGoings } from './going';

/** Says on every screen what is being deleted, and lets it be undone. */
export function GoingNotices() {
  const all = useGoings((state) => state.all);
  useEffect(followDeletions, []);
  return all.map((going) => <Notice key={going.ticket} going={going} />);
}

function Notice({ going }: { going: Going }) {
  useEffect(() => {
    const { ticket: id } = going;
    notifications.show({
      id,
      message: <Message going={going} />,
      autoClose: false,
      withCloseButton: false,
    });
    return () => void notifications.hide(id);
  }, [going]);
  return null;
}

function Message({ going }: { going: Going }) {
  const { t } = useTranslation('app');
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('undo.going', { name: going.name })}
      </Text>
      <UndoButton going={going} />
    </Group>
  );
}
