import { getDefaultZIndex } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { OwnPassphrasePage } from '../users/OwnPassphrasePage';
import { CreatePage } from '../workspace/CreatePage';
import { DamagedPage } from '../workspace/DamagedPage';
import { RecoveryCodePage } from '../workspace/RecoveryCodePage';
import { UnlockPage } from '../workspace/UnlockPage';
import { lockWorkspace, useAppStore } from './app-store';
import { call, onEvent } from './client';
import { showError } from './errors';
import { i18n } from './i18n';
import { LockWarning } from './LockWarning';
import { recallNavigationWidth } from './navigation-width';
import { forgetPlaces, returnToPlace, useIsPlaceKnown } from './place';
import { Shell } from './Shell';
import { StartFailure } from './StartFailure';
import { saveScreens } from './screen-store';
import { ThemeProvider } from './ThemeProvider';
import { useDocumentHead } from './use-document-head';
import { useFocusKept } from './use-focus-kept';

export function App() {
  const start = useAppStore((state) => state.start);
  const setStatus = useAppStore((state) => state.setStatus);
  const takePreferences = useAppStore((state) => state.takePreferences);
  useFocusKept();

  useEffect(() => {
    void start();
    const unsubscribes = [
      onEvent('workspace.changed', setStatus),
      onEvent('preferences.changed', (preferences) => void takePreferences(preferences)),
      onEvent('places.forgotten', forgetPlaces),
      onEvent('window.closing', () => void saveBeforeClosing()),
      onEvent('lock.asked', () => void lockIfOpen().catch(showError)),
    ];
    return () => {
      for (const unsubscribe of unsubscribes) unsubscribe();
    };
  }, [start, setStatus, takePreferences]);

  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        {/* Room for what is being deleted beside three others. */}
        {/* Below dialogs: a message must not lie on the buttons of the next dialog. */}
        <Notifications position="bottom-center" limit={4} zIndex={getDefaultZIndex('modal') - 1} />
        <CurrentPage />
      </ThemeProvider>
    </I18nextProvider>
  );
}

async function lockIfOpen(): Promise<void> {
  if (useAppStore.getState().status?.state === 'unlocked') await lockWorkspace();
}

async function saveBeforeClosing(): Promise<void> {
  const isSaved = await saveScreens().catch(() => false);
  await call('window.readyToClose', { isSaved }).catch(() => undefined);
}

function CurrentPage() {
  const status = useAppStore((state) => state.status);
  const failure = useAppStore((state) => state.failure);
  useDocumentHead();

  if (failure) return <StartFailure error={failure} />;
  switch (status?.state) {
    case undefined:
      return null;
    case 'none':
      return <CreatePage folder={status.folder} />;
    case 'locked':
      return <UnlockPage {...status} />;
    case 'damaged':
      return <DamagedPage problem={status.problem} folder={status.folder} />;
    case 'unlocked':
      return (
        <>
          <UnlockedPage {...status} />
          <LockWarning />
        </>
      );
  }
}

interface UnlockedPageProps {
  name: string;
  passphraseIsTemporary: boolean;
}

function UnlockedPage({ name, passphraseIsTemporary }: UnlockedPageProps) {
  const recoveryCode = useAppStore((state) => state.recoveryCode);
  if (recoveryCode) return <RecoveryCodePage code={recoveryCode} />;
  if (passphraseIsTemporary) return <OwnPassphrasePage />;
  return <ReturnedShell workspaceName={name} />;
}

/** Shows nothing before it is known where the user was: another screen would flash up. */
function ReturnedShell({ workspaceName }: { workspaceName: string }) {
  const isPlaceKnown = useIsPlaceKnown();
  useEffect(() => void recallNavigationWidth().then(returnToPlace), []);
  return isPlaceKnown && <Shell workspaceName={workspaceName} />;
}
