import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Of a long text, this share of its limit has to be used before anybody has to know of it. */
const TOLD_FROM = 0.9;

interface Props {
  used: number;
  max: number | undefined;
}

/** How much can still be written, near the end of what a text may hold. */
export function CharactersLeft({ used, max }: Props) {
  const { t } = useTranslation('app');
  if (max === undefined || used < max * TOLD_FROM) return null;
  return (
    <Text size="xs" c="dimmed" ta="right" mt={2} role="status">
      {t('charactersLeft', { count: Math.max(0, max - used) })}
    </Text>
  );
}
