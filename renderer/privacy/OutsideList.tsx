import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErasurePreview } from '../../preload/contract';
import { formatInstant } from '../ui/format';

/** What has left the workspace before, and is the user's to delete. */
export function OutsideList({ preview: { exports, backups } }: { preview: ErasurePreview }) {
  const { t } = useTranslation(['privacy', 'app', 'export']);
  return (
    <Alert color="gray" title={t('erase.outside')} py="xs">
      <Stack gap={4}>
        {exports.length === 0 ? (
          <Text size="sm">{t('erase.noExports')}</Text>
        ) : (
          <>
            <Text size="sm">{t('erase.exports', { count: exports.length })}</Text>
            <List size="sm">
              {exports.map(({ id, purpose, isAccess, tables, saved, requestedBy }) => (
                <List.Item key={id}>
                  {t('erase.export', {
                    purpose,
                    file: saved?.fileName ?? '',
                    tables: isAccess
                      ? t('export:register.access')
                      : tables.map((table) => t(`app:tables.${table}`)).join(', '),
                    date: formatInstant(saved?.at ?? 0),
                    user: requestedBy,
                  })}
                </List.Item>
              ))}
            </List>
          </>
        )}
        <Text size="sm">{t('erase.backups', { count: backups })}</Text>
      </Stack>
    </Alert>
  );
}
