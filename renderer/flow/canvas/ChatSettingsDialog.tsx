import { Button, Fieldset, Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chatSettings } from '../../../preload/contract';
import { LegalTextSelect } from '../../legal/LegalTextSelect';
import { Dialog } from '../../ui/Dialog';
import { useBuilder } from '../builder-store';
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
        <LegalSettings />
        <Group justify="flex-end">
          <Button onClick={close}>{t('chatSettings.done')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What the chat offers to read all the time. */
function LegalSettings() {
  const { t } = useTranslation(['flow', 'legal']);
  const legal = useDraft(({ graph }) => graph.settings?.legal);
  const experienceId = useBuilder(({ experience }) => experience?.id);
  const choose = (kind: 'privacy' | 'imprint', id: string | null) => {
    const { [kind]: _, ...others } = legal ?? {};
    const next = id === null ? others : { ...others, [kind]: id };
    editChatSettings({ legal: Object.keys(next).length > 0 ? next : undefined });
  };
  return (
    <Fieldset
      variant="unstyled"
      m={0}
      legend={
        <Text span size="sm" fw={600}>
          {t('flow:chatSettings.legal')}
        </Text>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('flow:chatSettings.legalHint')}
        </Text>
        {(['privacy', 'imprint'] as const).map((kind) => (
          <LegalTextSelect
            key={kind}
            input={{ label: t(`legal:kind.${kind}`) }}
            kind={kind}
            value={legal?.[kind] ?? null}
            experienceId={experienceId}
            onLeave={() => openDialog(null)}
            onChange={(id) => choose(kind, id)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
