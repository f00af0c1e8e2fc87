import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState';
import { openBuilder } from './builder-actions';
import { useBuilder } from './builder-store';
import { FlowWorkbench } from './FlowWorkbench';
import { Library } from './library/Library';
import { useBuilderLifecycle } from './use-builder-lifecycle';
import { useFocusOnOpened } from './use-focus-on-opened';

export function FlowScreen() {
  const { t } = useTranslation(['flow', 'app']);
  const phase = useBuilder((state) => state.phase);
  const hasExperience = useBuilder((state) => state.experience !== null);
  const showsLibrary = useBuilder((state) => state.showsLibrary);
  useBuilderLifecycle();
  useFocusOnOpened();

  if (hasExperience && !showsLibrary) return <FlowWorkbench />;
  if (phase.kind === 'ready') return <Library />;
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
