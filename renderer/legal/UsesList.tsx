import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LegalUses } from '../../preload/contract';

/** What refers to a legal text. */
export function UsesList({ uses: { experiences, rows } }: { uses: LegalUses }) {
  const { t } = useTranslation('legal');
  if (experiences.length === 0 && rows === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('uses.none')}
      </Text>
    );
  }
  return (
    <List size="sm">
      {experiences.map((name, index) => (
        // Two experiences may have the same name.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it is and never reordered
        <List.Item key={`${index} ${name}`}>{name}</List.Item>
      ))}
      {rows > 0 && (
        <List.Item>
          {t('rows', { count: rows })}
          <Text size="xs" c="dimmed">
            {t('uses.rowsNote')}
          </Text>
        </List.Item>
      )}
    </List>
  );
}
