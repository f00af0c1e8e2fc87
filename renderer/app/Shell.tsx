import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstSteps } from '../help/FirstSteps';
import { Questions } from '../ui/Questions';
import { RotateKeyDialog } from '../users/RotateKeyDialog';
import { useRotation } from '../users/rotation-store';
import { lockWorkspace } from './app-store';
import { showError } from './errors';
import { GoingNotices } from './GoingNotices';
import { Navigation } from './Navigation';
import { CommandPalette } from './palette/CommandPalette';
import { useCommandPalette } from './palette/palette-store';
import { Reminders } from './Reminders';
import { ScreenOutlet } from './ScreenOutlet';
import classes from './Shell.module.css';
import { ShellNotices } from './ShellNotices';
import { focusContent, showScreen } from './show-screen';
import { useCommandKeys } from './use-command-keys';
import { useMay } from './use-may';
import { usePaneKeys } from './use-pane-keys';
import { useScreens } from './use-screens';

/** With the builder's code, which the other screens do without until they are shown. */
const UndockedPreview = lazy(async () => ({
  default: (await import('../preview/window/UndockedPreview')).UndockedPreview,
}));

export function Shell({ workspaceName }: { workspaceName: string }) {
  const { t } = useTranslation('app');
  const { screens, current } = useScreens();
  const rotation = useRotation((state) => state.step);
  const openPalette = useCommandPalette((state) => state.open);
  const mayPreview = useMay('preview.view');

  useCommandKeys((key) => {
    if (key === 'k') return openPalette;
    if (key === 'l') return () => void lockWorkspace().catch(showError);
    const screen = typeof key === 'number' ? screens[key - 1] : undefined;
    return screen && (() => showScreen(screen));
  });
  usePaneKeys();

  return (
    <Questions>
      <div className={classes.shell}>
        <button type="button" className={classes.skip} onClick={focusContent}>
          {t('skipToContent')}
        </button>
        <Navigation workspaceName={workspaceName} />
        <FirstSteps />
        <main tabIndex={-1} className={classes.content}>
          <ShellNotices />
          {/* Another screen begins at its top. */}
          <div key={current} className={classes.screen}>
            <ScreenOutlet />
          </div>
        </main>
        <CommandPalette />
        <GoingNotices />
        <Reminders />
        {mayPreview && (
          <Suspense fallback={null}>
            <UndockedPreview />
          </Suspense>
        )}
        {rotation !== 'closed' && <RotateKeyDialog />}
      </div>
    </Questions>
  );
}
