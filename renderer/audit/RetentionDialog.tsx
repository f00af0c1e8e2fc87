import { Alert, NumberInput, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditDays } from '../../preload/contract';
import { notify } from '../app/notify';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { useAuditStore } from './audit-store';

const MIN = AuditDays.minValue ?? 1;
const MAX = AuditDays.maxValue ?? 1;

export function RetentionDialog({ days, onClose }: { days: number; onClose: () => void }) {
  const { t } = useTranslation(['audit', 'app']);
  const setRetention = useAuditStore((state) => state.setRetention);
  const { isBusy, error, submit } = useSubmit();
  const [typed, setTyped] = useState<number | string>(days);
  const next = AuditDays.safeParse(typed);

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!next.success) return;
    void submit(async () => {
      await setRetention(next.data);
      notify(t('retention.saved', { days: t('app:units.days', { count: next.data }) }));
      onClose();
    });
  };

  return (
    <FormDialog
      title={t('retention.title')}
      submitLabel={t('retention.save')}
      isBusy={isBusy}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <Text size="sm">{t('retention.explanation')}</Text>
      <NumberInput
        data-autofocus
        label={t('retention.days')}
        description={t('retention.range', { min: MIN, max: MAX })}
        error={!next.success}
        min={MIN}
        max={MAX}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        value={typed}
        onChange={setTyped}
        w={200}
      />
      {next.success && next.data < days && (
        <Alert color="orange" py="xs" icon={<TriangleAlert aria-hidden />}>
          {t('retention.shorter')}
        </Alert>
      )}
    </FormDialog>
  );
}
