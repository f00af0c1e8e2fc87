import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, OBLIGATIONS, type Obligation } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';

interface Props {
  rows: number;
  isPreparing: boolean;
  error: AppError | null;
  onAccept: () => void;
  onCancel: () => void;
}

export function ObligationsStep({ rows, isPreparing, error, onAccept, onCancel }: Props) {
  const { t } = useTranslation(['export', 'app']);
  const message = useErrorMessage();
  const [accepted, setAccepted] = useState<ReadonlySet<Obligation>>(new Set());

  const accept = (obligation: Obligation, isAccepted: boolean) => {
    const next = new Set(accepted);
    if (isAccepted) next.add(obligation);
    else next.delete(obligation);
    setAccepted(next);
  };

  return (
    <>
      <Text size="sm" id="export-obligations">
        {t('obligations.intro', { count: rows })}
      </Text>
      <Stack gap="sm" role="group" aria-labelledby="export-obligations">
        {OBLIGATIONS.map((obligation, index) => (
          <Checkbox
            key={obligation}
            data-autofocus={index === 0 || undefined}
            label={t(`obligations.${obligation}`)}
            checked={accepted.has(obligation)}
            onChange={(event) => accept(obligation, event.currentTarget.checked)}
          />
        ))}
      </Stack>
      {error && <Alert color="red">{message(error)}</Alert>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('app:cancel')}
        </Button>
        <Button
          disabled={accepted.size < OBLIGATIONS.length}
          loading={isPreparing}
          onClick={onAccept}
        >
          {t('obligations.continue')}
        </Button>
      </Group>
    </>
  );
}
