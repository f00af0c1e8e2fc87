import { Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState';
import { PageSkeleton } from '../ui/Page';
import { openBuilder } from './builder-actions';
import { useBuilder } from './builder-store';
import { FlowWorkbench } from './FlowWorkbench';
import { Library } from './library/Library';
import { useBuilderLifecycle } from './use-builder-lifecycle';
import { useFocusOnOpened } from './use-focus-on-opened';

export function FlowScreen() {
  const { t } = useTranslation('flow');
  const phase = useBuilder((state) => state.phase);
  const hasExperience = useBuilder((state) => state.experience !== null);
  const showsLibrary = useBuilder((state) => state.showsLibrary);
  useBuilderLifecycle();
  useFocusOnOpened();

  if (hasExperience && !showsLibrary) return <FlowWorkbench />;
  switch (phase.kind) {
    case 'ready':
      return <Library />;
    case 'loading':
      return <PageSkeleton />;
    case 'failed':
      return (
        <Center h="100%">
          <ErrorState
            title={t('loadFailed')}
            error={phase.error}
            onRetry={() => void openBuilder()}
          />
        </Center>
      );
  }
}
