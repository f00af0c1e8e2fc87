import { NumberInput, Stack, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, ExportSettings } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { FormDialog } from '../ui/FormDialog';
import { useExports } from './exports-store';

const FIRST_LIMIT = 1_000;

interface Props {
  settings: ExportSettings;
  onClose: () => void;
}

/** What an administrator says about exports. */
export function RulesDialog({ settings, onClose }: Props) {
  const { t } = useTranslation('export');
  const show = useExports((state) => state.show);
  const [draft, setDraft] = useState<Record<keyof ExportSettings, number | string>>({
    ...settings,
    releaseAboveRows: settings.releaseAboveRows ?? FIRST_LIMIT,
  });
  const [needsRelease, setNeedsRelease] = useState(settings.releaseAboveRows !== null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const chosen = ExportSettings.safeParse({
    ...draft,
    releaseAboveRows: needsRelease ? draft.releaseAboveRows : null,
  });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen.success) return;
    setBusy(true);
    try {
      show({ settings: await call('exports.setSettings', chosen.data) });
      onClose();
    } catch (reason) {
      setError(toAppError(reason));
      setBusy(false);
    }
  };

  const number = (name: keyof ExportSettings, min: number, max?: number) => ({
    min,
    ...(max !== undefined && { max }),
    allowDecimal: false,
    value: draft[name],
    onChange: (value: number | string) => setDraft((now) => ({ ...now, [name]: value })),
  });

  return (
    <FormDialog
      title={t('rules.title')}
      submitLabel={t('rules.save')}
      isBusy={isBusy}
      error={error}
      onSubmit={(event) => void save(event)}
      onClose={onClose}
    >
      <Stack gap="md">
        <NumberInput
          label={t('rules.days')}
          {...number('deleteWithinDays', 1, 365)}
          data-autofocus
        />
        <NumberInput
          label={t('rules.registerDays')}
          description={t('rules.registerDaysHint')}
          {...number('registerDays', 31, 3_650)}
        />
        <Switch
          label={t('rules.needsRelease')}
          checked={needsRelease}
          onChange={(event) => setNeedsRelease(event.currentTarget.checked)}
        />
        {needsRelease && (
          <>
            <NumberInput
              label={t('rules.rows')}
              description={t('rules.rowsHint')}
              {...number('releaseAboveRows', 1)}
            />
            <NumberInput label={t('rules.hours')} {...number('releasePeriodHours', 1, 720)} />
            <NumberInput
              label={t('rules.accesses')}
              description={t('rules.accessesHint')}
              {...number('accessesPerPeriod', 1, 1_000)}
            />
          </>
        )}
      </Stack>
    </FormDialog>
  );
}
