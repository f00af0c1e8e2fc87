import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  AppError,
  HoldSubject,
  holdsPersonalData,
  latestHoldEnd,
  type StoredGiveaway,
} from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { useKeptValues } from '../app/place';
import { DateInput } from '../ui/dates/DateInput';
import { today } from '../ui/dates/today';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';

import { useRetention } from './retention-store';

const Values = z.object({
  kind: z.enum(['person', 'giveaway']),
  email: z.string(),
  giveawayId: z.string(),
  reason: z.string(),
  /** ISO date; the hold lasts until that day is over. */
  lastDay: z.string(),
});
type Values = z.infer<typeof Values>;

const MIN_REASON = 3;

export function HoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['retention', 'app']);
  const message = useErrorMessage();
  const show = useRetention((state) => state.show);
  const giveaways = useGiveaways();
  const { isBusy, error, submit } = useSubmit();
  const form = useForm<Values>({
    ...useKeptValues('holds.request', Values, {
      kind: 'person',
      email: '',
      giveawayId: '',
      reason: '',
      lastDay: '',
    }),
    validate: {
      email: (email, { kind }) =>
        kind === 'person' && !email.includes('@') && t('holds.emailMissing'),
      giveawayId: (id, { kind }) => kind === 'giveaway' && id === '' && t('holds.giveawayMissing'),
      reason: (reason) => {
        if (holdsPersonalData(reason)) return message(new AppError('free_text.personal'));
        return reason.trim().length < MIN_REASON && t('holds.reasonMissing');
      },
      lastDay: (day) => {
        if (!(endOf(day) > Date.now())) return t('holds.lastDayMissing');
        return endOf(day) > latestHoldEnd(Date.now()) && message(new AppError('hold.end_too_late'));
      },
    },
  });
  const { kind } = form.values;

  const request = form.onSubmit(async ({ email, giveawayId, reason, lastDay }) => {
    const giveaway = giveaways.find((each) => each.giveawayId === giveawayId);
    const subject = HoldSubject.parse(
      kind === 'person' ? { kind, email } : { kind, giveawayId, name: giveaway?.name ?? '' },
    );
    await submit(async () => {
      const holds = await call('holds.request', { subject, reason, untilMs: endOf(lastDay) });
      show({ holds });
      notify(t('holds.requested'));
      onClose();
    });
  });

  return (
    <FormDialog
      title={t('holds.requestTitle')}
      submitLabel={t('holds.request')}
      isBusy={isBusy}
      error={error}
      onSubmit={request}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t('holds.about')}
        data={(['person', 'giveaway'] as const).map((value) => ({
          value,
          label: t(`holds.kinds.${value}`),
        }))}
        {...form.getInputProps('kind')}
      />
      {kind === 'person' ? (
        <TextInput
          data-autofocus
          inputMode="email"
          spellCheck={false}
          autoComplete="off"
          label={t('holds.email')}
          {...form.getInputProps('email')}
        />
      ) : (
        <Select
          label={t('holds.giveaway')}
          searchable
          placeholder={giveaways.length === 0 ? t('holds.noGiveaways') : undefined}
          data={giveaways.map(({ giveawayId, name, experienceName }) => ({
            value: giveawayId,
            label: `${name} (${experienceName})`,
          }))}
          {...form.getInputProps('giveawayId')}
        />
      )}
      <Textarea
        label={t('holds.reason')}
        description={t('holds.reasonHint')}
        autosize
        minRows={2}
        maxLength={1_000}
        {...form.getInputProps('reason')}
      />
      <DateInput
        label={t('holds.lastDay')}
        minDate={today()}
        value={form.values.lastDay}
        error={form.errors.lastDay}
        onChange={(day) => form.setFieldValue('lastDay', day)}
      />
    </FormDialog>
  );
}

function useGiveaways(): StoredGiveaway[] {
  const [giveaways, setGiveaways] = useState<StoredGiveaway[]>([]);
  useEffect(() => {
    call('holds.giveaways').then(setGiveaways, showError);
  }, []);
  return giveaways;
}

/** The local midnight that ends the day; NaN for no date. */
function endOf(isoDate: string): number {
  const [year = Number.NaN, month = 0, day = 0] = isoDate.split('-').map(Number);
  return new Date(year, month - 1, day + 1).getTime();
}
