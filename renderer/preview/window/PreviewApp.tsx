import { Center, getDefaultZIndex, Loader } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useAppStore } from '../../app/app-store';
import { call, onEvent } from '../../app/client';
import { showError } from '../../app/errors';
import { i18n } from '../../app/i18n';
import { forgetPlaces } from '../../app/place';
import { StartFailure } from '../../app/StartFailure';
import { ThemeProvider } from '../../app/ThemeProvider';
import { openForPreview } from '../../flow/builder-actions';
import { useBuilder } from '../../flow/builder-store';
import { useSavedElsewhere } from '../../flow/use-saved-elsewhere';
import { ErrorState } from '../../ui/ErrorState';
import { Questions } from '../../ui/Questions';
import { PreviewPanel } from '../PreviewPanel';
import { startAt } from '../preview-actions';
import classes from './PreviewApp.module.css';

/** The preview in a window of its own. Main closes it when the workspace is locked. */
export function PreviewApp() {
  const start = useAppStore((state) => state.start);
  const failure = useAppStore((state) => state.failure);
  const isUnlocked = useAppStore(({ status }) => status?.state === 'unlocked');
  const takePreferences = useAppStore((state) => state.takePreferences);
  useEffect(() => {
    void start();
    const stops = [
      onEvent('preferences.changed', (preferences) => void takePreferences(preferences)),
      onEvent('places.forgotten', forgetPlaces),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [start, takePreferences]);
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <Notifications position="bottom-right" limit={3} zIndex={getDefaultZIndex('modal') - 1} />
        {failure ? (
          <StartFailure error={failure} />
        ) : (
          <Questions>{isUnlocked && <PreviewPage />}</Questions>
        )}
      </ThemeProvider>
    </I18nextProvider>
  );
}

function PreviewPage() {
  const { t } = useTranslation(['preview', 'app']);
  const experience = useBuilder((state) => state.experience);
  const language = useAppStore((state) => state.preferences.language);
  const { error, retry } = useShown();
  useSavedElsewhere();

  useEffect(() => {
    document.title = [experience?.name, t('preview:title'), t('app:name')]
      .filter(Boolean)
      .join(' – ');
    document.documentElement.lang = language;
  }, [experience, language, t]);

  if (!experience) {
    return (
      <Center h="100vh">
        {error === null ? (
          <Loader aria-label={t('app:loading')} />
        ) : (
          <ErrorState title={t('preview:loadFailed')} error={error} onRetry={retry} />
        )}
      </Center>
    );
  }
  return (
    <main className={classes.page}>
      <PreviewPanel
        onProblems={() => call('preview.tell', { kind: 'problems' }).catch(showError)}
      />
    </main>
  );
}

/** The experience that the builder shows, and what it asks for. */
function useShown(): { error: unknown; retry: () => void } {
  const [error, setError] = useState<unknown>(null);
  const show = useCallback((id: string | null) => {
    setError(null);
    if (id !== null) openForPreview(id).catch(setError);
  }, []);
  const ask = useCallback(() => {
    call('preview.view').then(({ experienceId }) => show(experienceId), setError);
  }, [show]);
  useEffect(() => {
    ask();
    const stops = [
      onEvent('preview.changed', ({ experienceId }) => show(experienceId)),
      onEvent('preview.told', (news) => {
        if (news.kind === 'startAt') startAt(news.moduleId);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [ask, show]);
  return { error, retry: ask };
}
