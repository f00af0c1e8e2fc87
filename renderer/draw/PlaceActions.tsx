import { Button, Group, Menu, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Check, Undo2, UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type DrawnPlace, FOLLOW_UP_STEPS, type FollowUpStep } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { RowAction, RowMenu } from '../ui/RowMenu';

interface Props {
  drawId: string;
  place: DrawnPlace;
  onEnter: (step: FollowUpStep, of: readonly DrawnPlace[]) => void;
}

/** The next step of a winner in sight, the others in a menu. */
export function PlaceActions({ drawId, place, onEnter }: Props) {
  const { t } = useTranslation('draw');
  const confirmPassOn = usePassOn(drawId, place);
  if (place.row === null) {
    return (
      <Group justify="flex-end">
        <Button size="compact-sm" variant="subtle" onClick={confirmPassOn}>
          {t('passOn.action')}
        </Button>
      </Group>
    );
  }
  const last = place.followUp.at(-1)?.step;
  const [next, ...later] = FOLLOW_UP_STEPS.slice(last ? FOLLOW_UP_STEPS.indexOf(last) + 1 : 0);
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      {next && (
        <Button size="compact-sm" variant="light" onClick={() => onEnter(next, [place])}>
          {t(`followUp.actions.${next}`)}
        </Button>
      )}
      <RowMenu label={t('places.actions', { rank: place.rank })}>
        {later.map((step) => (
          <RowAction key={step} icon={Check} onClick={() => onEnter(step, [place])}>
            {t(`followUp.actions.${step}`)}
          </RowAction>
        ))}
        {last && (
          <RowAction icon={Undo2} onClick={() => void takeBack(drawId, place.rank, last, t)}>
            {t(`followUp.takeBack.${last}`)}
          </RowAction>
        )}
        {next && (
          <>
            <Menu.Divider />
            <RowAction icon={UserX} onClick={confirmPassOn}>
              {t('decline.action')}
            </RowAction>
          </>
        )}
      </RowMenu>
    </Group>
  );
}

async function takeBack(
  drawId: string,
  rank: number,
  step: FollowUpStep,
  t: (key: 'followUp.takenBack') => string,
): Promise<void> {
  try {
    await call('draws.takeBack', { id: drawId, rank, step });
    notify(t('followUp.takenBack'));
  } catch (error) {
    showError(error);
  }
}

/** Of a winner who declined, or of whom nothing is stored any more. */
function usePassOn(drawId: string, place: DrawnPlace): () => void {
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
  return () =>
    modals.openConfirmModal({
      title: t(`${why}.title`),
      children: <Text size="sm">{t(`${why}.text`, { prize: place.prize })}</Text>,
      labels: { confirm: t(`${why}.action`), cancel: t('app:cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void decline(),
    });
}
