import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { Facts } from '../ui/Facts';
import { Section } from './Section';

export function WorkspaceSection() {
  const { t } = useTranslation('settings');
  const status = useAppStore((state) => state.status);
  if (status?.state !== 'unlocked') return null;
  const { name, folder, user } = status;
  return (
    <Section title={t('workspace.title')}>
      <Facts
        facts={[
          { label: t('workspace.name'), value: name },
          { label: t('workspace.folder'), value: folder, isCode: true },
          { label: t('workspace.user'), value: `${user.name} (${t(`roles.${user.role}`)})` },
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('workspace.backup')}
      </Text>
    </Section>
  );
}
