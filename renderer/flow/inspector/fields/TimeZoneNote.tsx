import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../draft-store';

/** On which clock a moment is meant: the module's, or that of this computer. */
export function TimeZoneNote({ moduleId }: { moduleId: string }) {
  const { t } = useTranslation('flow');
  const chosen = useDraft(
    ({ graph }) => graph.modules.find(({ id }) => id === moduleId)?.settings.timeZone,
  );
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = typeof chosen === 'string' && chosen !== '' ? chosen : own;
  return (
    <Text size="xs" c="dimmed" mb={6}>
      {t('fields.zone', { zone })}
    </Text>
  );
}
