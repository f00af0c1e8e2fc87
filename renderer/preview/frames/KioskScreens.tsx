import { useMemo } from 'react';
import { type ChatLanguage, KioskLook } from '../../../preload/contract';
import { Spoken } from '../../chat/Spoken';
import { useBuilder } from '../../flow/builder-store';
import { useAppearance } from '../../flow/design/use-appearance';
import { useDraft } from '../../flow/draft-store';
import { useLanguage } from '../../flow/use-language';
import { EndScreen } from '../../kiosk/EndScreen';
import { StartScreen } from '../../kiosk/StartScreen';
import { useCountdown } from '../../kiosk/use-countdown';
import { PreviewLook } from '../PreviewLook';
import { leaveChat, startChat } from '../preview-actions';
import { previewChat, setOptions, useOption } from '../preview-store';

/** As long as a kiosk leaves its end on the screen unless somebody sets it otherwise. */
const CLEAR_SECONDS = 5;

function useKioskLook() {
  const kiosk = useDraft(({ graph }) => graph.settings?.kiosk);
  return useMemo(() => KioskLook.parse(kiosk ?? {}), [kiosk]);
}

function useLanguages() {
  const languages = useDraft(({ graph }) => graph.settings?.languages);
  const language = useLanguage();
  return languages ?? { main: language, others: [] };
}

/** What the kiosk shows before anybody has touched it. */
export function KioskStart() {
  const experienceName = useBuilder((state) => state.experience?.name ?? null);
  const { appearance } = useAppearance();
  const look = useKioskLook();
  const languages = useLanguages();
  const chosen = useOption('language');
  const isBusy = previewChat.use((state) => state.isBusy);
  const language = chosen ?? languages.main;
  const start = (spoken: ChatLanguage | undefined): void => {
    if (spoken !== undefined) setOptions({ language: spoken === languages.main ? null : spoken });
    void startChat();
  };
  return (
    <Spoken language={language}>
      <PreviewLook>
        <StartScreen
          invitation={{ experienceName, appearance, look, languages }}
          isBusy={isBusy}
          onStart={start}
        />
      </PreviewLook>
    </Spoken>
  );
}

/** What the kiosk shows in place of the chat when it has ended, until it clears itself. */
export function KioskEnd() {
  const { appearance } = useAppearance();
  const look = useKioskLook();
  const languages = useLanguages();
  const ending = previewChat.use((state) => state.ending);
  const language = previewChat.use((state) => state.language) ?? languages.main;
  const countdown = useCountdown(CLEAR_SECONDS, leaveChat);
  return (
    <Spoken language={language}>
      <PreviewLook>
        <EndScreen
          look={look}
          logo={appearance.logo}
          ending={ending}
          clearSeconds={CLEAR_SECONDS}
          {...countdown}
          onClear={leaveChat}
        />
      </PreviewLook>
    </Spoken>
  );
}
