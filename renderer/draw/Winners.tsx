import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type DrawnPlace, type DrawView, FollowUpStep } from '../../preload/contract';
import { useKept } from '../app/place';
import { Disclosure } from '../ui/Disclosure';
import { today } from '../ui/dates/today';
import { formatCalendarDay } from '../ui/format';
import { Pending } from '../ui/Pending';
import { GiveMenu } from './GiveMenu';
import { Overview } from './Overview';
import { PlacesTable } from './PlacesTable';
import { ReplyBy } from './ReplyBy';
import { StepDialog } from './StepDialog';
import { lateAnswers, standingOf } from './standing';
import { usePlaces } from './use-places';

/** A step that is being entered, and for which places. */
const Entering = z.object({ step: FollowUpStep, ranks: z.array(z.number()) });

/** Who has won, how far each of them has come, and what is to be done next. */
export function Winners({ draw }: { draw: DrawView }) {
  const { t } = useTranslation('draw');
  const { places, error, load } = usePlaces(draw.id);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [entering, setEntering] = useKept(`draws.${draw.id}.step`, Entering.nullable(), null);

  const pending = <Pending title={t('places.loadFailed')} error={error} onRetry={load} />;
  if (!places) return pending;
  if (places.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('places.gone')}
      </Text>
    );
  }
  const winners = places.filter(({ status }) => status === 'winner');
  const substitutes = places.filter(({ status }) => status === 'substitute');
  const former = places.filter(({ status }) => status === 'declined' || status === 'passed_on');
  // Who is no winner any more is not selected, either.
  const chosen = winners.filter(({ rank, row }) => row !== null && selected.has(rank));
  const late = lateAnswers(places, draw.replyBy, today());
  const enter = (step: FollowUpStep, of: readonly DrawnPlace[]) =>
    setEntering({ step, ranks: of.map(({ rank }) => rank) });
  const table = { drawId: draw.id, onEnter: enter };

  return (
    <Stack gap="sm">
      {error !== null && pending}
      <Overview places={places} />
      {late > 0 && draw.replyBy !== null && (
        <Alert color="orange" py="xs">
          {t('replyBy.over', { count: late, day: formatCalendarDay(draw.replyBy) })}
        </Alert>
      )}
      <PlacesTable
        {...table}
        label={t('places.label')}
        places={winners}
        selected={selected}
        onSelect={setSelected}
      />
      <Group gap="sm" align="flex-end" justify="space-between">
        <Selection winners={winners} chosen={chosen} onSelect={setSelected} onEnter={enter} />
        <Group gap="sm" align="flex-end">
          <ReplyBy draw={draw} />
          <GiveMenu draw={draw} winners={chosen.length > 0 ? chosen : winners} />
        </Group>
      </Group>
      {substitutes.length > 0 && (
        <Disclosure label={t('places.substitutes', { count: substitutes.length })}>
          <PlacesTable {...table} label={t('places.substitutesLabel')} places={substitutes} />
        </Disclosure>
      )}
      {former.length > 0 && (
        <Disclosure label={t('places.former', { count: former.length })}>
          <PlacesTable {...table} label={t('places.formerLabel')} places={former} />
        </Disclosure>
      )}
      {entering && (
        <StepDialog
          drawId={draw.id}
          {...entering}
          onDone={() => setSelected(new Set())}
          onClose={() => setEntering(null)}
        />
      )}
    </Stack>
  );
}

interface SelectionProps {
  winners: readonly DrawnPlace[];
  chosen: readonly DrawnPlace[];
  onSelect: (ranks: ReadonlySet<number>) => void;
  onEnter: (step: FollowUpStep, of: readonly DrawnPlace[]) => void;
}

/** What can be done with several winners at once. */
function Selection({ winners, chosen, onSelect, onEnter }: SelectionProps) {
  const { t } = useTranslation('draw');
  const toNotify = winners.filter((place) => standingOf(place) === 'to_notify');
  const canNotify = chosen.filter((place) => standingOf(place) === 'to_notify');
  if (chosen.length === 0) {
    if (toNotify.length < 2) return <span />;
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => onSelect(new Set(toNotify.map(({ rank }) => rank)))}
      >
        {t('followUp.selectToNotify', { count: toNotify.length })}
      </Anchor>
    );
  }
  return (
    <Group gap="sm">
      <Text size="sm" role="status">
        {t('followUp.selected', { count: chosen.length })}
      </Text>
      {canNotify.length === chosen.length && (
        <Button size="xs" onClick={() => onEnter('notified', canNotify)}>
          {t('followUp.actions.notified')}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={() => onSelect(new Set())}>
        {t('followUp.clear')}
      </Button>
    </Group>
  );
}
