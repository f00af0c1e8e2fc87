import { Center, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { KioskView } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { i18n } from '../app/i18n';
import { ThemeProvider } from '../app/ThemeProvider';
import { Branded } from '../chat/Branded';
import kioskSize from '../chat/KioskSize.module.css';
import { Spoken } from '../chat/Spoken';
import { ErrorState } from '../ui/ErrorState';
import classes from './Kiosk.module.css';
import { KioskChat } from './KioskChat';
import { Keyboard } from './keyboard/Keyboard';
import { beginChat, kioskChat, openKiosk, startAnew, useKiosk } from './kiosk-store';
import { LeaveDialog } from './LeaveDialog';
import { StartLegal } from './StartLegal';
import { StartScreen } from './StartScreen';
import { StillThere } from './StillThere';
import { useFocusKept } from './use-focus-kept';
import { useIdleSeconds } from './use-idle-seconds';
import { useLeaveGesture } from './use-leave-gesture';
import { useSilence } from './use-silence';

/** Long enough to notice and to reach the button, as WCAG 2.2.1 asks. */
const WARNING_SECONDS = 30;

/** What participants stand before: the experience and nothing else. */
export function KioskApp() {
  useEffect(() => void openKiosk(), []);
  return (
    <I18nextProvider i18n={i18n}>
      <ThemeProvider>
        <Opened />
      </ThemeProvider>
    </I18nextProvider>
  );
}

function Opened() {
  const { t } = useTranslation(['kiosk', 'app']);
  const { view, language, failure } = useKiosk();
  if (view) {
    return (
      <Spoken language={language}>
        <div className={`${classes.kiosk} ${kioskSize.size}`}>
          <Branded appearance={view.appearance} language={language}>
            <Kiosk view={view} />
          </Branded>
        </div>
      </Spoken>
    );
  }
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

/**
 * A question of the kiosk itself covers what participants see, which is hidden meanwhile from every
 * sense. The keyboard is below both, and shortens what it would cover.
 */
function Kiosk({ view }: { view: KioskView }) {
  const isPlaying = kioskChat.use((state) => state.sessionId !== null);
  const isOver = useKiosk((state) => state.isOver);
  const [isLeaving, { open, close }] = useDisclosure(false);
  useLeaveGesture(open);
  const [visit, setVisit] = useState(0);
  const isWatched = isPlaying && !isOver && !isLeaving;
  const warnAfter = isWatched ? view.idleSeconds : Number.POSITIVE_INFINITY;
  // Who reads on the start screen and goes away has entered nothing that a warning would save.
  const goneAfter = isPlaying || isLeaving ? warnAfter + WARNING_SECONDS : view.idleSeconds;
  const { seconds, stay } = useIdleSeconds({ warnAfter, goneAfter }, () => {
    if (isPlaying) startAnew();
    else setVisit((current) => current + 1);
  });
  const isAsking = seconds >= warnAfter;
  const isCovered = isAsking || isLeaving;
  const focus = useFocusKept(isCovered);
  const stage = useRef<HTMLDivElement>(null);
  useSilence(stage, isCovered);
  const end = () => {
    stay();
    startAnew();
  };
  return (
    <>
      <div className={classes.screen}>
        <div
          className={classes.stage}
          inert={isCovered}
          data-covered={isCovered || undefined}
          data-lightbox-place
          ref={stage}
          {...focus}
        >
          {isPlaying ? <Playing /> : <Waiting view={view} visit={visit} />}
        </div>
        {isAsking && <StillThere secondsLeft={goneAfter - seconds} onStay={stay} onEnd={end} />}
        {isLeaving && (
          <div className={classes.staff} lang={view.language} dir="ltr">
            <Spoken language={null}>
              <LeaveDialog onClose={close} />
            </Spoken>
          </div>
        )}
      </div>
      {view.hasKeyboard && <Keyboard staffLanguage={isLeaving ? view.language : null} />}
    </>
  );
}

function Waiting({ view, visit }: { view: KioskView; visit: number }) {
  const message = useErrorMessage();
  const language = useKiosk((state) => state.language);
  const isBusy = kioskChat.use((state) => state.isBusy);
  const failure = kioskChat.use((state) => state.failure);
  return (
    <main className={classes.whole}>
      <StartLegal visit={visit} language={language}>
        {(links) => (
          <StartScreen
            invitation={view}
            isBusy={isBusy}
            notice={
              failure && (
                <p role="alert" className={classes.failure}>
                  {message(failure.error)}
                </p>
              )
            }
            foot={links}
            onStart={(language) => void beginChat(language)}
          />
        )}
      </StartLegal>
    </main>
  );
}

function Playing() {
  const isOver = useKiosk((state) => state.isOver);
  return (
    <main className={isOver ? classes.whole : classes.main}>
      <KioskChat />
    </main>
  );
}
