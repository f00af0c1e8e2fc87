import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DrawView } from '../../preload/contract';
import { call } from '../app/client';
import { useKept } from '../app/place';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';
import { useDraws } from './draw-store';

interface Props {
  draw: DrawView;
  onClose: () => void;
}

export function RunDialog({ draw, onClose }: Props) {
  const { t } = useTranslation('draw');
  const refresh = useDraws((state) => state.refresh);
  const [publicValue, setPublicValue] = useKept(`draws.${draw.id}.value`, z.string(), '');
  const { isBusy, error, submit } = useSubmit();
  const run = () =>
    submit(async () => {
      await call('draws.run', { id: draw.id, publicValue });
      await refresh();
      onClose();
    });

  return (
    <FormDialog
      title={t('run.title', { name: draw.giveawayName })}
      submitLabel={t('run.action')}
      isBusy={isBusy}
      error={error}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('run.text')}</Text>
      <TextInput
        data-autofocus
        label={t('run.publicValue')}
        description={t('run.publicValueHint')}
        maxLength={200}
        value={publicValue}
        onChange={(event) => setPublicValue(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
