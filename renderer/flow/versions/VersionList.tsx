import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VersionSummary } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { formatInstant } from '../../ui/format';
import classes from './HistoryDialog.module.css';
import { choose, useHistory } from './history-store';

export function VersionList({ versions }: { versions: readonly VersionSummary[] }) {
  const { t } = useTranslation('flow');
  const chosen = useHistory((state) => state.chosen?.id);
  return (
    <ul className={classes.list} aria-label={t('versions.title')}>
      {versions.map((version) => (
        <li key={version.id}>
          <button
            type="button"
            className={classes.version}
            aria-current={version.id === chosen}
            onClick={() => void choose(version.id).catch(showError)}
          >
            <Group gap={6}>
              <Text span size="sm" fw={600}>
                {version.number === null
                  ? t('versions.kept')
                  : t('versions.numbered', { number: version.number })}
              </Text>
              {version.isPublished && <Badge size="sm">{t('versions.published')}</Badge>}
            </Group>
            {version.name && (
              <Text span size="sm">
                {version.name}
              </Text>
            )}
            <Text span size="xs" c="dimmed">
              {t('versions.by', { user: version.createdBy, at: formatInstant(version.createdAt) })}
            </Text>
            {version.note && (
              <Text span size="xs" lineClamp={3}>
                {version.note}
              </Text>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
