import { Center, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { LogOut } from 'lucide-react';
import { useEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { i18n } from '../app/i18n';
import { ThemeProvider } from '../app/ThemeProvider';
import { ErrorState } from '../ui/ErrorState';
import { IdleReset } from './IdleReset';
import classes from './Kiosk.module.css';
import { KioskChat } from './KioskChat';
import { kioskChat, openKiosk, useKiosk } from './kiosk-store';
import { LeaveDialog } from './LeaveDialog';
import { StartScreen } from './StartScreen';

/** What participants stand before: the experience and nothing else. */
export function KioskApp() {
  useEffect(() => void openKiosk(), []);
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <Kiosk />
      </ThemeProvider>
    </I18nextProvider>
  );
}

function Kiosk() {
  const { t } = useTranslation(['kiosk', 'app']);
  const view = useKiosk((state) => state.view);
  const failure = useKiosk((state) => state.failure);
  const isPlaying = kioskChat.use((state) => state.sessionId !== null);
  const [isLeaving, { open, close }] = useDisclosure(false);

  const reset = () => {
    close();
    kioskChat.forget();
  };

  if (!view) {
    return (
      <Center h="100%" component="main">
        {failure ? (
          <ErrorState title={t('kiosk:failed')} error={failure} onRetry={() => void openKiosk()} />
        ) : (
          <Loader aria-label={t('app:loading')} />
        )}
      </Center>
    );
  }
  return (
    <div className={classes.kiosk}>
      <header className={classes.header}>
        <span className={classes.name}>{isPlaying && view.experienceName}</span>
        {isPlaying && (
          <button type="button" className={classes.quiet} onClick={reset}>
            {t('kiosk:startAgain')}
          </button>
        )}
        <button
          type="button"
          className={classes.quiet}
          aria-label={t('kiosk:leave.action')}
          onClick={open}
        >
          <LogOut size={18} aria-hidden />
        </button>
      </header>
      <main className={classes.main}>
        {isPlaying ? <KioskChat /> : <StartScreen name={view.experienceName} />}
      </main>
      {(isPlaying || isLeaving) && <IdleReset idleSeconds={view.idleSeconds} onReset={reset} />}
      {isLeaving && <LeaveDialog users={view.users} onClose={close} />}
    </div>
  );
}
