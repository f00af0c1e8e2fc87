import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const STEPS = ['file', 'columns', 'result'] as const;

/** Where in the import somebody is. */
export function ImportSteps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation('codes');
  return (
    <Group component="ol" gap="lg" m={0} p={0} style={{ listStyle: 'none' }}>
      {STEPS.map((step, index) => (
        <Text
          key={step}
          component="li"
          size="sm"
          fw={step === current ? 600 : 400}
          {...(step !== current && { c: 'dimmed' })}
          aria-current={step === current ? 'step' : undefined}
        >
          {index + 1}. {t(`import.steps.${step}`)}
        </Text>
      ))}
    </Group>
  );
}
