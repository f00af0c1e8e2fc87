import { Badge, Button, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnPlace } from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';

const COLORS: Record<DrawnPlace['status'], string> = {
  winner: 'petrol',
  substitute: 'gray',
  declined: 'red',
  passed_on: 'gray',
};

/** Who has won, who comes next, who declined; and which places nobody has any more. */
export function Places({ drawId }: { drawId: string }) {
  const { t } = useTranslation(['draw', 'app']);
  const [places, setPlaces] = useState<DrawnPlace[] | null>(null);
  const load = useCallback(() => {
    call('draws.places', { id: drawId }).then(setPlaces, showError);
  }, [drawId]);
  useEffect(() => {
    load();
    return onEvent('data.changed', ({ tables }) => {
      if (tables.includes('winners')) load();
    });
  }, [load]);

  if (!places) return null;
  if (places.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('places.gone')}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table fz="sm" aria-label={t('places.label')}>
        <Table.Thead>
          <Table.Tr>
            {(['rank', 'status', 'prize', 'person'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`places.${column}`)}
              </Table.Th>
            ))}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map((place) => (
            <PlaceRow key={place.rank} drawId={drawId} place={place} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface PlaceProps {
  drawId: string;
  place: DrawnPlace;
}

function PlaceRow({ drawId, place }: PlaceProps) {
  const { t } = useTranslation('draw');
  const { rank, status, prize, email, name, row, reason } = place;
  const who = row === null ? [] : [name, email];
  return (
    <Table.Tr>
      <Table.Td>{t('places.number', { rank })}</Table.Td>
      <Table.Td>
        <Badge color={COLORS[status]} variant="light">
          {t(`places.statuses.${status}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{prize ?? t('places.noPrize')}</Table.Td>
      <Table.Td {...(row === null && { c: 'dimmed' })}>
        {[...who, reason && t(`places.reasons.${reason}`)].filter(Boolean).join(' · ')}
      </Table.Td>
      <Table.Td ta="right">
        {status === 'winner' && <PassOnButton drawId={drawId} place={place} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** Of a winner who declined, or of whom nothing is stored any more. */
function PassOnButton({ drawId, place }: PlaceProps) {
  const { t } = useTranslation(['draw', 'app']);
  const why = place.row === null ? 'passOn' : 'decline';
  const decline = async () => {
    try {
      const { successor } = await call('draws.decline', { id: drawId, rank: place.rank });
      notify(t(successor === null ? 'decline.nobodyLeft' : 'decline.passedOn'));
    } catch (error) {
      showError(error);
    }
  };
  const confirm = () =>
    modals.openConfirmModal({
      title: t(`${why}.title`),
      children: <Text size="sm">{t(`${why}.text`, { prize: place.prize })}</Text>,
      labels: { confirm: t(`${why}.action`), cancel: t('app:cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void decline(),
    });
  return (
    <Button size="compact-xs" variant="subtle" onClick={confirm}>
      {t(`${why}.action`)}
    </Button>
  );
}
