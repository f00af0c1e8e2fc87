import { Alert, Button, NativeSelect, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Language,
  SHORTEST_KIOSK_CLEAR_SECONDS,
  SHORTEST_KIOSK_IDLE_SECONDS,
} from '../../preload/contract';
import { call } from '../app/client';
import { showError, useErrorMessage } from '../app/errors';
import { saveScreens } from '../app/screen-store';
import { useLanguage } from '../flow/use-language';
import { Dialog } from '../ui/Dialog';
import { DialogFoot } from '../ui/DialogFoot';

/** Early, as the question of whether anybody is there leaves half a minute to say yes. */
const DEFAULT_IDLE_SECONDS = 30;
const DEFAULT_CLEAR_SECONDS = 5;

interface Props {
  experienceId: string;
  onClose: () => void;
}

/** Says what a kiosk does before it takes the screen. */
export function StartKiosk({ experienceId, onClose }: Props) {
  const { t } = useTranslation(['kiosk', 'app']);
  const message = useErrorMessage();
  const [language, setLanguage] = useState(useLanguage());
  const [idleSeconds, setIdleSeconds] = useState(DEFAULT_IDLE_SECONDS);
  const [clearSeconds, setClearSeconds] = useState(DEFAULT_CLEAR_SECONDS);
  const [hasKeyboard, setKeyboard] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isStarting, setStarting] = useState(false);
  const takesFiles = useTakesFiles(experienceId);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setStarting(true);
    try {
      // This window closes.
      await saveScreens();
      const setup = { experienceId, language, idleSeconds, clearSeconds, hasKeyboard };
      await call('kiosk.start', setup);
    } catch (thrown) {
      setError(message(thrown));
      setStarting(false);
    }
  };

  return (
    <Dialog size={520} onClose={onClose} title={t('kiosk:begin.title')}>
      <form onSubmit={(event) => void start(event)}>
        <Stack>
          <Text size="sm">{t('kiosk:begin.text')}</Text>
          <Alert icon={<LogOut size={18} aria-hidden />} title={t('kiosk:begin.leaving')}>
            {t('kiosk:begin.gesture')}
          </Alert>
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
            onChange={(value) => setIdleSeconds(Number(value) || DEFAULT_IDLE_SECONDS)}
          />
          <NumberInput
            label={t('kiosk:begin.clear')}
            description={t('kiosk:begin.clearHint')}
            min={SHORTEST_KIOSK_CLEAR_SECONDS}
            max={60}
            allowDecimal={false}
            value={clearSeconds}
            onChange={(value) => setClearSeconds(Number(value) || DEFAULT_CLEAR_SECONDS)}
          />
          <Switch
            label={t('kiosk:begin.keyboard')}
            description={t('kiosk:begin.keyboardHint')}
            checked={hasKeyboard}
            onChange={(event) => setKeyboard(event.currentTarget.checked)}
          />
          {takesFiles && <Alert color="orange">{t('kiosk:begin.files')}</Alert>}
          <Text size="xs" c="dimmed">
            {t('kiosk:begin.security')}
          </Text>
          {error !== null && (
            <Text size="sm" c="red" role="alert">
              {error}
            </Text>
          )}
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={isStarting}>
              {t('kiosk:begin.confirm')}
            </Button>
          </DialogFoot>
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
