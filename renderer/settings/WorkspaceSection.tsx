import { useTranslation } from 'react-i18next';
import { useAppStore } from '../app/app-store';
import { Facts } from '../ui/Facts';
import { Section } from './Section';

export function WorkspaceSection() {
  const { t } = useTranslation(['settings', 'users']);
  const status = useAppStore((state) => state.status);
  if (status?.state !== 'unlocked') return null;
  const { name, folder, user } = status;
  return (
    <Section section="workspace" title={t('workspace.title')}>
      <Facts
        facts={[
          { label: t('workspace.name'), value: name },
          { label: t('workspace.folder'), value: folder, isCode: true },
          { label: t('workspace.user'), value: `${user.name} (${t(`users:roles.${user.role}`)})` },
        ]}
      />
    </Section>
  );
}
