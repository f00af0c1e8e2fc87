import { Button, Group, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chatSettings } from '../../../preload/contract';
import { Dialog } from '../../ui/Dialog';
import { openDialog } from '../canvas-store';
import { editChatSettings } from '../draft-actions';
import { useDraft } from '../draft-store';

/** What is set for the whole chat. Each change is one of the draft, and undone like any other. */
export function ChatSettingsDialog() {
  const { t } = useTranslation('flow');
  const settings = useDraft(({ graph }) => graph.settings);
  const { allowsBack } = chatSettings({ settings });
  const close = () => openDialog(null);
  return (
    <Dialog size={540} onClose={close} title={t('chatSettings.title')}>
      <Stack>
        <Switch
          data-autofocus
          label={t('chatSettings.allowsBack')}
          description={t('chatSettings.allowsBackHint')}
          checked={allowsBack}
          onChange={(event) => editChatSettings({ allowsBack: event.currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button onClick={close}>{t('chatSettings.done')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
