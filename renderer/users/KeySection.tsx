import { Button, Group, Text } from '@mantine/core';
import { RotateCwSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../settings/Section';
import { useRotation } from './rotation-store';

export function KeySection() {
  const { t } = useTranslation('users');
  const { ask } = useRotation();
  return (
    <Section title={t('key.title')}>
      <Text size="sm">{t('key.explanation')}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<RotateCwSquare size={16} aria-hidden />}
          onClick={() => ask()}
        >
          {t('key.action')}
        </Button>
      </Group>
    </Section>
  );
}
