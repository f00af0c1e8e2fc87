import {
  Alert,
  Button,
  Checkbox,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawableGiveaway, DrawPlan } from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { useDraws } from './draw-store';
import { newPrize, type PrizeInput, PrizesInput } from './PrizesInput';

interface Values {
  giveawayId: string;
  chance: DrawPlan['chance'];
  prizes: PrizeInput[];
  substitutes: number;
  excluded: string;
  excludesEarlierWinners: boolean;
  includesPreview: boolean;
}

export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['draw', 'app']);
  const message = useErrorMessage();
  const refresh = useDraws((state) => state.refresh);
  const giveaways = useGiveaways();
  const [failure, setFailure] = useState<unknown>(null);
  const form = useForm<Values>({
    initialValues: {
      giveawayId: '',
      chance: 'person',
      prizes: [newPrize()],
      substitutes: 1,
      excluded: '',
      excludesEarlierWinners: true,
      includesPreview: false,
    },
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

  const prepare = form.onSubmit(async ({ excluded, prizes, ...plan }) => {
    try {
      await call('draws.prepare', {
        ...plan,
        prizes: prizes.map(({ name, winners }) => ({ name, winners })),
        excludedEmails: excluded.split(/[\s,;]+/).filter(Boolean),
      });
      await refresh();
      onClose();
    } catch (error) {
      setFailure(error);
    }
  });

  return (
    <Dialog size={600} onClose={onClose} title={t('prepare.title')}>
      <form onSubmit={prepare} noValidate>
        <Stack gap="md">
          <Text size="sm">{t('prepare.text')}</Text>
          <Select
            data-autofocus
            label={t('prepare.giveaway')}
            searchable
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
          <Textarea
            label={t('prepare.excluded')}
            description={t('prepare.excludedHint')}
            autosize
            minRows={1}
            maxRows={5}
            spellCheck={false}
            {...form.getInputProps('excluded')}
          />
          <Checkbox
            label={t('prepare.earlierWinners')}
            {...form.getInputProps('excludesEarlierWinners', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('prepare.preview')}
            {...form.getInputProps('includesPreview', { type: 'checkbox' })}
          />
          {failure !== null && <Alert color="red">{message(failure)}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t('prepare.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function useGiveaways(): DrawableGiveaway[] {
  const [giveaways, setGiveaways] = useState<DrawableGiveaway[]>([]);
  useEffect(() => {
    call('draws.giveaways').then(setGiveaways, showError);
  }, []);
  return giveaways;
}
