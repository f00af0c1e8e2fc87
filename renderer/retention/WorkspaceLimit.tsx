import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '../../preload/contract';
import { useEditRule } from './use-edit-rule';

/** The rule above all others. */
export function WorkspaceLimit({ rule }: { rule: RetentionRule }) {
  const { t } = useTranslation(['retention', 'app']);
  const { edit, dialog } = useEditRule('workspace');
  const title = t('policy.workspace');
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm">
        {t('answers.workspace', { days: t('app:units.days', { count: rule.days ?? 0 }) })}
      </Text>
      {edit && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          aria-label={t('policy.changeOf', { name: title })}
          onClick={() => edit({ title, rule })}
        >
          {t('policy.change')}
        </Button>
      )}
      {dialog}
    </Group>
  );
}
