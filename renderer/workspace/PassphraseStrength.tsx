import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MIN_PASSPHRASE_LENGTH } from '../../preload/contract';
import classes from './PassphraseStrength.module.css';
import { REQUIRED_SCORE, type Strength } from './passphrase-strength';

const SEGMENTS = [1, 2, 3, 4];

interface Props {
  length: number;
  strength: Strength | null;
}

export function PassphraseStrength({ length, strength }: Props) {
  const { t } = useTranslation('workspace');
  const missing = Math.max(MIN_PASSPHRASE_LENGTH - length, 0);
  const isAccepted = strength !== null && strength.score >= REQUIRED_SCORE && missing === 0;
  const level = strength === null ? 0 : missing > 0 ? Math.min(strength.score, 1) : strength.score;

  return (
    <Stack gap={4} role="status">
      <Group gap={4} grow wrap="nowrap" aria-hidden>
        {SEGMENTS.map((segment) => (
          <div
            key={segment}
            className={classes.segment}
            data-filled={strength !== null && segment <= Math.max(level, 1)}
            data-accepted={isAccepted}
          />
        ))}
      </Group>
      <Text size="xs" c="dimmed" mih={36}>
        {strength === null ? (
          t('strength.hint', { min: MIN_PASSPHRASE_LENGTH })
        ) : (
          <Advice strength={strength} missing={missing} />
        )}
      </Text>
    </Stack>
  );
}

function Advice({ strength, missing }: { strength: Strength; missing: number }) {
  const { t } = useTranslation('workspace');
  const { score, warning, suggestions } = strength;
  const advice = [
    missing > 0 && t('strength.missing', { count: missing }),
    warning && t(`strength.warnings.${warning}`),
    score < REQUIRED_SCORE && suggestions[0] && t(`strength.suggestions.${suggestions[0]}`),
  ].filter(Boolean);
  return (
    <>
      {missing === 0 && (
        <Text span inherit fw={600} c="var(--mantine-color-text)">
          <VisuallyHidden>{t('strength.label')}: </VisuallyHidden>
          {t(`strength.score${score}`)}.{' '}
        </Text>
      )}
      {advice.join(' ')}
    </>
  );
}
