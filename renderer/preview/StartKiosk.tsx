import { Alert, Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language, SHORTEST_KIOSK_IDLE_SECONDS } from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { saveScreens } from '../app/screen-store';
import { useLanguage } from '../flow/use-language';
import { Dialog } from '../ui/Dialog';

interface Props {
  experienceId: string;
  onClose: () => void;
}

/** Says what a kiosk does before it takes the screen. */
export function StartKiosk({ experienceId, onClose }: Props) {
  const { t } = useTranslation(['kiosk', 'app']);
  const message = useErrorMessage();
  const [language, setLanguage] = useState(useLanguage());
  const [idleSeconds, setIdleSeconds] = useState(60);
  const [error, setError] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const takesFiles = useTakesFiles(experienceId);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setStarting(true);
    try {
      // This window closes.
      await saveScreens();
      await call('kiosk.start', { experienceId, language, idleSeconds });
    } catch (thrown) {
      setError(message(thrown));
      setStarting(false);
    }
  };

  return (
    <Dialog onClose={onClose} title={t('kiosk:begin.title')}>
      <form onSubmit={(event) => void start(event)}>
        <Stack>
          <Text size="sm">{t('kiosk:begin.text')}</Text>
          <NativeSelect
            label={t('kiosk:begin.language')}
            value={language}
            data={Language.options.map((value) => ({ value, label: t(`app:language.${value}`) }))}
            onChange={(event) => setLanguage(Language.parse(event.currentTarget.value))}
          />
          <NumberInput
            label={t('kiosk:begin.idle')}
            description={t('kiosk:begin.idleHint')}
            min={SHORTEST_KIOSK_IDLE_SECONDS}
            max={3_600}
            allowDecimal={false}
            value={idleSeconds}
            onChange={(value) => setIdleSeconds(Number(value) || 60)}
          />
          {takesFiles && <Alert color="yellow">{t('kiosk:begin.files')}</Alert>}
          <Text size="xs" c="dimmed">
            {t('kiosk:begin.security')}
          </Text>
          {error !== null && (
            <Text size="sm" c="red" role="alert">
              {error}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={isStarting}>
              {t('kiosk:begin.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Whether the published version asks for files, which a kiosk does not take. */
function useTakesFiles(experienceId: string): boolean {
  const [types, setTypes] = useState<string[]>([]);
  useEffect(() => void publishedTypes(experienceId).then(setTypes, showError), [experienceId]);
  // A signature is a file as well, but is drawn on the kiosk itself.
  return types.includes('file_upload');
}

async function publishedTypes(experienceId: string): Promise<string[]> {
  const versions = await call('versions.list', { experienceId });
  const published = versions.find(({ isPublished }) => isPublished);
  if (!published) return [];
  const { graph } = await call('versions.get', { id: published.id });
  return graph.modules.map(({ type }) => type);
}
