import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const STEPS = ['file', 'columns', 'result'] as const;

interface Props {
  current: (typeof STEPS)[number];
  fileName: string | undefined;
}

/** Where in the import somebody is, and with which file. */
export function ImportSteps({ current, fileName }: Props) {
  const { t } = useTranslation('codes');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group
        component="ol"
        gap="lg"
        wrap="nowrap"
        flex="none"
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
      >
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
      <Text size="sm" c="dimmed" truncate title={fileName}>
        {fileName}
      </Text>
    </Group>
  );
}
