import { Badge, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawnPlace, FollowUp } from '../../preload/contract';
import { formatCalendarDay } from '../ui/format';
import { type Standing, standingOf } from './standing';

const COLORS: Record<Exclude<Standing, 'expired'>, string> = {
  vacant: 'red',
  to_notify: 'orange',
  notified: 'gray',
  accepted: 'gray',
  handed_over: 'petrol',
};

/** How far a winner has come, with who entered it when; of other places, what they are. */
export function PlaceStanding({ place }: { place: DrawnPlace }) {
  const { t } = useTranslation('draw');
  const standing = place.status === 'winner' ? standingOf(place) : null;
  return (
    <Stack gap={2} align="flex-start">
      {standing === null && (
        <Badge color="gray" variant="light" tt="none">
          {t(`places.statuses.${place.status}`)}
        </Badge>
      )}
      {standing === 'vacant' && (
        <Badge color={COLORS.vacant} variant="light" tt="none">
          {t('places.vacant')}
        </Badge>
      )}
      {standing !== null && standing !== 'vacant' && standing !== 'expired' && (
        <Badge color={COLORS[standing]} variant="light" tt="none">
          {t(`followUp.states.${standing}`)}
        </Badge>
      )}
      {place.followUp.map((entry) => (
        <Entry key={entry.step} entry={entry} />
      ))}
    </Stack>
  );
}

function Entry({ entry: { step, on, how, by } }: { entry: FollowUp }) {
  const { t } = useTranslation('draw');
  return (
    <Text size="xs" c="dimmed">
      {t(`followUp.entry.${step}`, {
        day: formatCalendarDay(on),
        by,
        how: how === null ? '' : t(`followUp.how.${how}`),
      })}
    </Text>
  );
}
