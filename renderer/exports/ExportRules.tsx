import { Anchor, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, ExportSettings } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { useMay } from '../app/use-may';
import { FormDialog } from '../ui/FormDialog';
import { useExports } from './exports-store';

/** Until when files are to be deleted, and from how many rows on a second user is needed. */
export function ExportRules({ settings }: { settings: ExportSettings }) {
  const { t } = useTranslation('export');
  const mayChange = useMay('exports.setSettings');
  const [isChanging, { open, close }] = useDisclosure(false);
  const { deleteWithinDays, releaseAboveRows } = settings;
  return (
    <Group gap="sm" align="baseline">
      <Text size="sm">
        {t('rules.deleteWithin', { count: deleteWithinDays })}{' '}
        {releaseAboveRows === null
          ? t('rules.noRelease')
          : t('rules.releaseAbove', { count: releaseAboveRows })}
      </Text>
      {mayChange && (
        <Anchor component="button" type="button" size="sm" onClick={open}>
          {t('rules.change')}
        </Anchor>
      )}
      {isChanging && <RulesDialog settings={settings} onClose={close} />}
    </Group>
  );
}

const FIRST_LIMIT = 1_000;

function RulesDialog({ settings, onClose }: { settings: ExportSettings; onClose: () => void }) {
  const { t } = useTranslation('export');
  const show = useExports((state) => state.show);
  const [days, setDays] = useState<number | string>(settings.deleteWithinDays);
  const [needsRelease, setNeedsRelease] = useState(settings.releaseAboveRows !== null);
  const [rows, setRows] = useState<number | string>(settings.releaseAboveRows ?? FIRST_LIMIT);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const chosen = ExportSettings.safeParse({
    deleteWithinDays: days,
    releaseAboveRows: needsRelease ? rows : null,
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
          min={1}
          max={365}
          allowDecimal={false}
          value={days}
          onChange={setDays}
          data-autofocus
        />
        <Switch
          label={t('rules.needsRelease')}
          checked={needsRelease}
          onChange={(event) => setNeedsRelease(event.currentTarget.checked)}
        />
        {needsRelease && (
          <NumberInput
            label={t('rules.rows')}
            description={t('rules.rowsHint')}
            min={1}
            allowDecimal={false}
            value={rows}
            onChange={setRows}
          />
        )}
      </Stack>
    </FormDialog>
  );
}
