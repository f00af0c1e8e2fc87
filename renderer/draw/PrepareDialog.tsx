import { Checkbox, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DrawableGiveaway } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useKeptValues } from '../app/place';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { useDraws } from './draw-store';
import { ExclusionsInput } from './ExclusionsInput';
import { newPrize, PrizeInput, PrizesInput } from './PrizesInput';

const Kept = z.object({
  giveawayId: z.string(),
  chance: z.enum(['person', 'participation']),
  prizes: z.array(PrizeInput),
  substitutes: z.number(),
  excludesEarlierWinners: z.boolean(),
  includesPreview: z.boolean(),
});
/** The addresses that are excluded are kept nowhere. */
interface Values extends z.infer<typeof Kept> {
  excluded: string;
  ignoresUnread: boolean;
}

export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['draw', 'app']);
  const refresh = useDraws((state) => state.refresh);
  const giveaways = useGiveaways();
  const { isBusy, error, submit } = useSubmit();
  const kept = useKeptValues<z.infer<typeof Kept>>('draws.prepare', Kept, {
    giveawayId: '',
    chance: 'person',
    prizes: [newPrize()],
    substitutes: 1,
    excludesEarlierWinners: true,
    includesPreview: false,
  });
  const form = useForm<Values>({
    initialValues: { ...kept.initialValues, excluded: '', ignoresUnread: false },
    onValuesChange: ({ excluded: _, ignoresUnread: __, ...values }) => kept.onValuesChange(values),
    validate: {
      giveawayId: (id) => id === '' && t('prepare.giveawayMissing'),
      prizes: (prizes) => prizes.some(({ name }) => !name.trim()) && t('prepare.prizeMissing'),
    },
  });

  const choose = (giveawayId: string) => {
    const known = giveaways.find((each) => each.giveawayId === giveawayId)?.prizes ?? [];
    form.setFieldValue('giveawayId', giveawayId);
    if (known.length > 0) form.setFieldValue('prizes', known.map(newPrize));
  };

  const prepare = form.onSubmit(({ prizes, ...plan }) =>
    submit(async () => {
      await call('draws.prepare', {
        ...plan,
        prizes: prizes.map(({ name, winners }) => ({ name, winners })),
      });
      await refresh();
      onClose();
    }),
  );

  return (
    <FormDialog
      title={t('prepare.title')}
      submitLabel={t('prepare.action')}
      isBusy={isBusy}
      error={error}
      onSubmit={prepare}
      onClose={onClose}
    >
      <Text size="sm">{t('prepare.text')}</Text>
      <Select
        data-autofocus
        label={t('prepare.giveaway')}
        searchable
        openOnFocus={false}
        placeholder={giveaways.length === 0 ? t('prepare.noGiveaways') : undefined}
        data={giveaways.map(({ giveawayId, name, experienceName }) => ({
          value: giveawayId,
          label: `${name} (${experienceName})`,
        }))}
        value={form.values.giveawayId || null}
        error={form.errors.giveawayId}
        onChange={(id) => choose(id ?? '')}
      />
      <PrizesInput
        prizes={form.values.prizes}
        error={form.errors.prizes}
        onChange={(prizes) => form.setFieldValue('prizes', prizes)}
      />
      <NumberInput
        label={t('prepare.substitutes')}
        description={t('prepare.substitutesHint')}
        min={0}
        max={1_000}
        allowDecimal={false}
        {...form.getInputProps('substitutes')}
      />
      <Stack gap={4}>
        <Text size="sm" fw={500} id="draw-chance">
          {t('prepare.chance')}
        </Text>
        <SegmentedControl
          aria-labelledby="draw-chance"
          data={(['person', 'participation'] as const).map((value) => ({
            value,
            label: t(`prepare.chances.${value}`),
          }))}
          {...form.getInputProps('chance')}
        />
      </Stack>
      <Checkbox
        label={t('prepare.earlierWinners')}
        {...form.getInputProps('excludesEarlierWinners', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('prepare.preview')}
        {...form.getInputProps('includesPreview', { type: 'checkbox' })}
      />
      <ExclusionsInput plan={form.values} onChange={form.setValues} />
    </FormDialog>
  );
}

function useGiveaways(): DrawableGiveaway[] {
  const [giveaways, setGiveaways] = useState<DrawableGiveaway[]>([]);
  useEffect(() => {
    call('draws.giveaways').then(setGiveaways, showError);
  }, []);
  return giveaways;
}
