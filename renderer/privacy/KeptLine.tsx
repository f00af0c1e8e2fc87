import { Anchor, NumberInput, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestSettings } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useMay } from '../app/use-may';
import { FormDialog } from '../ui/FormDialog';
import { hintOrError } from '../ui/hint-or-error';
import { useSubmit } from '../ui/use-submit';
import { useRequests } from './requests-store';

/** How long requests are kept; an admin can change it. */
export function KeptLine() {
  const { t } = useTranslation('privacy');
  const mayChange = useMay('requests.setSettings');
  const [settings, setSettings] = useState<RequestSettings | null>(null);
  const [isChanging, { open, close }] = useDisclosure(false);
  useEffect(() => {
    call('requests.settings').then(setSettings).catch(showError);
  }, []);
  return (
    <Text size="sm" c="dimmed" mih={20} maw={760} component="div">
      {settings && (
        <>
          {t('requests.kept', { count: settings.days })}{' '}
          {mayChange && (
            <Anchor component="button" type="button" inherit onClick={open}>
              {t('requests.settings.action')}
            </Anchor>
          )}
          {isChanging && (
            <SettingsDialog settings={settings} onChange={setSettings} onClose={close} />
          )}
        </>
      )}
    </Text>
  );
}

interface Props {
  settings: RequestSettings;
  onChange: (settings: RequestSettings) => void;
  onClose: () => void;
}

function SettingsDialog({ settings, onChange, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const load = useRequests((state) => state.load);
  const { isBusy, error, submit } = useSubmit();
  const [typed, setTyped] = useState<number | string>(settings.days);
  const next = RequestSettings.safeParse({ days: typed });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!next.success) return;
    void submit(async () => {
      onChange(await call('requests.setSettings', next.data));
      void load();
      onClose();
    });
  };
  return (
    <FormDialog
      title={t('requests.settings.title')}
      submitLabel={t('requests.settings.save')}
      isBusy={isBusy}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <NumberInput
        data-autofocus
        label={t('requests.settings.days')}
        {...hintOrError(
          t('requests.settings.hint'),
          !next.success && t('requests.settings.outside'),
        )}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        value={typed}
        onChange={setTyped}
        w={280}
      />
    </FormDialog>
  );
}
