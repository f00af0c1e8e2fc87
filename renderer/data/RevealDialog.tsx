import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AppError,
  holdsPersonalData,
  type Input,
  RevealReason,
  type TableName,
} from '../../preload/contract';
import { toAppError, useErrorMessage } from '../app/errors';
import { Dialog } from '../ui/Dialog';
import { DialogFoot } from '../ui/DialogFoot';
import { columnLabel } from './labels';
import { useMaskingStore } from './masking-store';

interface Props {
  table: TableName;
  what: Input<'masking.reveal'>['what'];
  onClose: () => void;
}

/** Asks why; the answer goes into the audit log. */
export function RevealDialog({ table, what, onClose }: Props) {
  const { t } = useTranslation(['data', 'app']);
  const message = useErrorMessage();
  const reveal = useMaskingStore((state) => state.reveal);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const isPersonal = holdsPersonalData(reason);
  const isGiven = RevealReason.safeParse(reason).success && !isPersonal;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isGiven) return;
    setSaving(true);
    try {
      await reveal({ table, what, reason });
      onClose();
    } catch (thrown) {
      setError(toAppError(thrown));
      setSaving(false);
    }
  };

  return (
    <Dialog
      onClose={onClose}
      title={
        what.kind === 'row'
          ? t('reveal.row')
          : t('reveal.column', { column: columnLabel(what.column, t) })
      }
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          <Text size="sm">{t('reveal.text')}</Text>
          <Textarea
            data-autofocus
            label={t('reveal.reason')}
            description={t('reveal.reasonHelp')}
            error={isPersonal && message(new AppError('free_text.personal'))}
            maxLength={200}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={!isGiven} loading={isSaving}>
              {t('reveal.confirm')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
