import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodePool } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { deleteLater } from '../app/going';
import { Dialog } from '../ui/Dialog';
import { useSubmit } from '../ui/use-submit';
import { useCodes } from './codes-store';

/** Codes that an experience uses are deleted only by typing their name. */
export function DeletePoolDialog({ pool, onClose }: { pool: CodePool; onClose: () => void }) {
  const { t } = useTranslation(['codes', 'app']);
  const message = useErrorMessage();
  const load = useCodes((state) => state.load);
  const [typed, setTyped] = useState('');
  const { isBusy, error, submit } = useSubmit();
  const { id, name, size, experiences } = pool;
  const isUsed = experiences.length > 0;
  const isConfirmed = !isUsed || typed.trim() === name;

  const remove = (event: FormEvent) => {
    event.preventDefault();
    if (!isConfirmed) return;
    void submit(async () => {
      const input = { id, confirmedExperiences: experiences.length };
      await deleteLater({ channel: 'codes.delete', input }, { name, onEnd: () => void load() });
      onClose();
    });
  };

  return (
    <Dialog onClose={onClose} title={t('delete.title', { name })}>
      <form onSubmit={remove}>
        <Stack gap="md">
          {error && <Alert color="red">{message(error)}</Alert>}
          <Text size="sm">{t('delete.text', { count: size })}</Text>
          {isUsed && (
            <>
              <Alert color="orange" icon={<TriangleAlert aria-hidden />}>
                {t('delete.used', { experiences: experiences.join(', ') })}
              </Alert>
              <TextInput
                data-autofocus
                label={t('delete.type', { name })}
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </>
          )}
          <Text size="sm" c="dimmed">
            {t('app:undo.hint')}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={isBusy} onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" color="red" disabled={!isConfirmed} loading={isBusy}>
              {t('delete.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
