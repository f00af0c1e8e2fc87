import { Alert, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RetentionRule, RuleImpact } from '../../preload/contract';

interface Props {
  before: RetentionRule;
  after: RetentionRule;
  /** Null while it is being counted. */
  impact: RuleImpact | null;
  declaredDays: number | undefined;
}

/** What a change of a rule does to rows that are stored, and what it does not. */
export function ImpactText({ before, after, impact, declaredDays }: Props) {
  const { t } = useTranslation('retention');
  const [daysBefore, daysAfter] = [before, after].map(
    ({ days }) => days ?? declaredDays ?? Number.POSITIVE_INFINITY,
  );
  const sentences = [
    before.enabled && !after.enabled && t('impact.off'),
    !before.enabled && after.enabled && t('impact.on'),
    (daysAfter ?? 0) > (daysBefore ?? 0) && t('impact.longer'),
  ].filter((sentence) => sentence !== false);
  const isShortening = (impact?.affected ?? 0) > 0;
  return (
    <Alert color={isShortening ? 'red' : 'petrol'} role="status" aria-busy={impact === null}>
      {impact ? (
        <Text size="sm" fw={isShortening ? 600 : 400}>
          {isShortening
            ? `${t('impact.rows', { count: impact.affected })} ${t('impact.now', { count: impact.expiringNow })}`
            : t('impact.none')}
        </Text>
      ) : (
        <Loader size="xs" aria-label={t('impact.counting')} />
      )}
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </Alert>
  );
}
