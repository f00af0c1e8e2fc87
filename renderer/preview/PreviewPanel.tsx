import { useEffect, useRef } from 'react';
import { useBuilder } from '../flow/builder-store';
import { Conversation } from './Conversation';
import { DeviceFrame } from './frames/DeviceFrame';
import { FrameBar } from './frames/FrameBar';
import { deviceOf } from './frames/frames';
import { KioskStart } from './frames/KioskScreens';
import { IdlePreview } from './IdlePreview';
import { InsideView } from './InsideView';
import { Pretences } from './Pretences';
import { PreviewHeader } from './PreviewHeader';
import classes from './PreviewPanel.module.css';
import { PersonasView } from './personas/PersonasView';
import { ReplayStatus } from './personas/ReplayStatus';
import { forgetChat } from './preview-actions';
import { previewChat, setLarge, useOption, usePreview } from './preview-store';
import { StartFailure } from './StartFailure';
import { useLeaveLarge } from './use-leave-large';
import { WaysView } from './ways/WaysView';

interface Props {
  /** Shows the problems that keep the flow from being played. */
  onProblems: () => void;
}

export function PreviewPanel({ onProblems }: Props) {
  const experienceId = useBuilder((state) => state.experience?.id);
  const view = usePreview((state) => state.view);
  const isLarge = usePreview((state) => state.isLarge);
  const frame = useOption('frame');
  const panel = useRef<HTMLDivElement>(null);
  useLeaveLarge(panel);

  useEffect(() => {
    const { playing } = usePreview.getState();
    if (playing && playing.experienceId !== experienceId) forgetChat();
  }, [experienceId]);
  useEffect(() => () => setLarge(false), []);

  const showProblems = () => {
    setLarge(false);
    onProblems();
  };
  return (
    <div
      ref={panel}
      className={classes.panel}
      data-preview-frame={view === 'chat' ? frame : 'panel'}
      data-preview-large={(isLarge && view === 'chat') || undefined}
    >
      <div className={classes.top}>
        <PreviewHeader />
        {view === 'chat' && <FrameBar />}
      </div>
      {view === 'chat' && <ChatView onProblems={showProblems} />}
      {view === 'personas' && <PersonasView />}
      {view === 'ways' && <WaysView />}
    </div>
  );
}

function ChatView({ onProblems }: Props) {
  const isPlaying = previewChat.use((state) => state.sessionId !== null);
  const failure = previewChat.use((state) => state.failure);
  const isKiosk = deviceOf(useOption('frame'))?.isKiosk ?? false;
  return (
    <>
      <Pretences />
      <ReplayStatus />
      <div className={classes.body}>
        <DeviceFrame>
          {isPlaying && <Conversation onProblems={onProblems} />}
          {!isPlaying && failure && <StartFailure error={failure.error} onProblems={onProblems} />}
          {!isPlaying && !failure && (isKiosk ? <KioskStart /> : <IdlePreview />)}
        </DeviceFrame>
        {isPlaying && <InsideView />}
      </div>
    </>
  );
}
