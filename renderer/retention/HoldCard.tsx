import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, type LegalHold } from '../../preload/contract';
import { useAppStore } from '../app/app-store';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { Facts } from '../ui/Facts';
import { formatFullDay, formatInstant } from '../ui/format';

import { useRetention } from './retention-store';

interface Props {
  hold: LegalHold;
  mayDecide: boolean;
}

export function HoldCard({ hold, mayDecide }: Props) {
  const { t } = useTranslation('retention');
  const { subject, reason, untilMs, requestedBy, requestedAt, approvedBy } = hold;
  const name = subject.kind === 'person' ? subject.email : subject.name;
  return (
    <Paper component="article" withBorder p="md" aria-label={name}>
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2}>{name}</Title>
          <Text size="sm" c="dimmed">
            {t(`holds.kinds.${subject.kind}`)}
          </Text>
          <Badge color={approvedBy ? 'orange' : 'gray'} ml="auto">
            {t(approvedBy ? 'holds.isInForce' : 'holds.isWaiting')}
          </Badge>
        </Group>
        <Facts
          facts={[
            { label: t('holds.reason'), value: reason },
            { label: t('holds.until'), value: formatFullDay(dayOf(untilMs - 1)) },
            {
              label: t('holds.requestedBy'),
              value: t('holds.byAt', { name: requestedBy, at: formatInstant(requestedAt) }),
            },
            { label: t('holds.approvedBy'), value: approvedBy ?? t('holds.nobodyYet') },
            {
              label: t('holds.rows'),
              value: `${t('holds.rowCount', { count: hold.rows })} ${t('holds.pastExpiry', { count: hold.rowsPastExpiry })}`,
            },
          ]}
        />
        {mayDecide && <HoldActions hold={hold} name={name} />}
      </Stack>
    </Paper>
  );
}

function HoldActions({ hold, name }: { hold: LegalHold; name: string }) {
  const { t } = useTranslation(['retention', 'app']);
  const show = useRetention((state) => state.show);
  const [isBusy, setBusy] = useState(false);
  const isOwn = useAppStore(
    ({ status }) => status?.state === 'unlocked' && status.user.id === hold.requestedById,
  );
  const { id, approvedBy } = hold;

  const decide = async (channel: 'holds.approve' | 'holds.end') => {
    setBusy(true);
    try {
      show({ holds: await call(channel, { id }) });
      notify(t(channel === 'holds.end' ? 'holds.ended' : 'holds.approved'));
    } catch (error) {
      showError(error);
      setBusy(false);
    }
  };

  const confirmEnd = () =>
    modals.openConfirmModal({
      title: t('holds.endTitle', { name }),
      children: <Text size="sm">{t('holds.endText', { count: hold.rowsPastExpiry })}</Text>,
      labels: { confirm: t('holds.end'), cancel: t('app:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void decide('holds.end'),
    });

  return (
    <Group gap="sm">
      {approvedBy === null && (
        <Button
          size="xs"
          disabled={isOwn}
          loading={isBusy}
          onClick={() => void decide('holds.approve')}
        >
          {t('holds.approve')}
        </Button>
      )}
      <Button size="xs" variant="default" loading={isBusy} onClick={confirmEnd}>
        {t(approvedBy === null ? 'holds.withdraw' : 'holds.end')}
      </Button>
      {approvedBy === null && isOwn && (
        <Text size="xs" c="dimmed">
          {t('holds.needsAnother')}
        </Text>
      )}
    </Group>
  );
}
