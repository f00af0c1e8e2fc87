import { Badge, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDueCount } from './use-due';

/** How many requests of people are due soon or over. */
export function DueBadge() {
  const { t } = useTranslation('privacy');
  const count = useDueCount();
  if (count === 0) return null;
  return (
    <Badge size="sm" color="red" variant="filled" circle={count < 10} ml="auto">
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{t('requests.dueSoon', { count })}</VisuallyHidden>
    </Badge>
  );
}
