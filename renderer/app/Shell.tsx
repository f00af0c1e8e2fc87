import { ModalsProvider } from '@mantine/modals';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstSteps } from '../help/FirstSteps';
import { RotateKeyDialog } from '../users/RotateKeyDialog';
import { useRotation } from '../users/rotation-store';
import { lockWorkspace } from './app-store';
import { showError } from './errors';
import { GoingNotices } from './GoingNotices';
import { Header } from './Header';
import { Navigation } from './Navigation';
import { useNavigation } from './navigation';
import { ScreenOutlet } from './ScreenOutlet';
import classes from './Shell.module.css';
import { ShellNotices } from './ShellNotices';
import { useCommandKeys } from './use-command-keys';
import { useScreens } from './use-screens';

export function Shell({ workspaceName }: { workspaceName: string }) {
  const { t } = useTranslation('app');
  const goTo = useNavigation((state) => state.goTo);
  const { screens } = useScreens();
  const rotation = useRotation((state) => state.step);
  const content = useRef<HTMLElement>(null);

  useCommandKeys((key) => {
    if (key === 'l') return () => void lockWorkspace().catch(showError);
    const screen = typeof key === 'number' ? screens[key - 1] : undefined;
    return (
      screen &&
      (() => {
        goTo(screen);
        content.current?.focus();
      })
    );
  });

  return (
    <ModalsProvider>
      <div className={classes.shell}>
        <button type="button" className={classes.skip} onClick={() => content.current?.focus()}>
          {t('skipToContent')}
        </button>
        <Header workspaceName={workspaceName} />
        <Navigation />
        <FirstSteps />
        <main ref={content} tabIndex={-1} className={classes.content}>
          <ShellNotices />
          <div className={classes.screen}>
            <ScreenOutlet />
          </div>
        </main>
        <GoingNotices />
        {rotation !== 'closed' && <RotateKeyDialog />}
      </div>
    </ModalsProvider>
  );
}
