import { Button, Center, Loader, Text, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState';
import { createExperience, openBuilder } from './builder-actions';
import { useBuilder } from './builder-store';
import classes from './FlowScreen.module.css';
import { FlowWorkbench } from './FlowWorkbench';
import { NameDialog } from './header/NameDialog';
import { useBuilderLifecycle } from './use-builder-lifecycle';

export function FlowScreen() {
  const { t } = useTranslation(['flow', 'app']);
  const phase = useBuilder((state) => state.phase);
  const hasExperience = useBuilder((state) => state.experience !== null);
  useBuilderLifecycle();

  if (hasExperience) return <FlowWorkbench />;
  if (phase.kind === 'ready') return <NoExperience />;
  return (
    <Center h="100%">
      {phase.kind === 'loading' ? (
        <Loader aria-label={t('app:loading')} />
      ) : (
        <ErrorState
          title={t('flow:loadFailed')}
          error={phase.error}
          onRetry={() => void openBuilder()}
        />
      )}
    </Center>
  );
}

function NoExperience() {
  const { t } = useTranslation('flow');
  const [isNaming, setNaming] = useState(false);
  return (
    <Center h="100%">
      <div className={classes.none}>
        <Title order={1}>{t('experiences.noneTitle')}</Title>
        <Text size="sm" c="dimmed">
          {t('experiences.noneText')}
        </Text>
        <Button
          mt="sm"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => setNaming(true)}
        >
          {t('experiences.new')}
        </Button>
      </div>
      {isNaming && (
        <NameDialog
          title={t('experiences.newTitle')}
          confirm={t('experiences.create')}
          initial=""
          onConfirm={createExperience}
          onClose={() => setNaming(false)}
        />
      )}
    </Center>
  );
}
