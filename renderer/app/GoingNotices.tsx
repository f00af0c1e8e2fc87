import { Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoButton } from '../ui/UndoButton';
import { followDeletions, useGoings } from './going';

const ID = 'goings';

/**
 * Says on every screen what is being deleted, and lets it be undone: in one notice, as there is room for
 * a few only and others would wait until it is too late.
 */
export function GoingNotices() {
  const isGoing = useGoings(({ all }) => all.length > 0);
  useEffect(followDeletions, []);
  useEffect(() => {
    if (!isGoing) return;
    const asUntilHidden = { autoClose: false, withCloseButton: false } as const;
    notifications.show({ id: ID, message: <Goings />, ...asUntilHidden });
    return () => void notifications.hide(ID);
  }, [isGoing]);
  return null;
}

function Goings() {
  const { t } = useTranslation('app');
  const all = useGoings((state) => state.all);
  return (
    <Stack gap={6} mah="40vh" style={{ overflowY: 'auto' }}>
      {all.map((going) => (
        <Group key={going.ticket} justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('undo.going', { name: going.name })}
          </Text>
          <UndoButton going={going} />
        </Group>
      ))}
    </Stack>
  );
}
