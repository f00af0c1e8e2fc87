import type { ChatLanguage, KioskView } from '../../preload/contract';
import { call } from '../app/client';
import { i18n } from '../app/i18n';
import { createScreenStore } from '../app/screen-store';
import { createChat } from '../chat/chat';

interface KioskState {
  /** As it is shown now. */
  view: KioskView | null;
  /** In the main language, for whoever comes next. */
  mainView: KioskView | null;
  /** In which participants are spoken to now. */
  language: ChatLanguage;
  /** Whether the chat has ended, and its end is shown. */
  isOver: boolean;
  failure: unknown;
}

export const useKiosk = createScreenStore<KioskState>(() => ({
  view: null,
  mainView: null,
  language: 'en',
  isOver: false,
  failure: null,
}));

export const kioskChat = createChat({
  answer: (_, answer, question) => call('kiosk.answer', { answer, question }),
  openLink: (_, question) => call('kiosk.openLink', { question }),
  idle: (_, question) => call('kiosk.idle', { question }),
  back: (_, question) => call('kiosk.back', { question }),
  speak: async (_, language) => {
    const turn = await call('kiosk.setLanguage', { language });
    await speak(turn.language ?? language);
    return turn;
  },
  forget: () => call('kiosk.reset'),
});

export async function openKiosk(): Promise<void> {
  useKiosk.setState({ failure: null });
  try {
    const view = await call('kiosk.view', {});
    await i18n.changeLanguage(view.language);
    document.title = view.experienceName ?? i18n.t('name');
    useKiosk.setState({ mainView: view });
    show(view, view.languages.main);
  } catch (failure) {
    useKiosk.setState({ failure });
  }
}

function show(view: KioskView, language: ChatLanguage): void {
  document.documentElement.lang = language;
  useKiosk.setState({ view, language });
}

/** Counts participants: what was fetched for one who has gone is not shown to the next. */
let visitor = 0;

/** What the kiosk itself says goes on in that language, as the chat does. */
async function speak(language: ChatLanguage): Promise<void> {
  const { mainView } = useKiosk.getState();
  const current = visitor;
  const view =
    language === mainView?.languages.main ? mainView : await call('kiosk.view', { language });
  if (current === visitor) show(view, language);
}

/** A new participant begins, in the main language unless they have chosen one. */
export async function beginChat(language?: ChatLanguage): Promise<void> {
  await kioskChat.start(async () => {
    const turn = await call('kiosk.begin', { language });
    if (language !== undefined) await speak(language);
    return turn;
  });
}

export function showEnd(): void {
  useKiosk.setState({ isOver: true });
}

/** Forgets the participant, and at once waits for the next one in the main language. */
export function startAnew(): void {
  visitor += 1;
  kioskChat.forget();
  useKiosk.setState({ isOver: false });
  const { mainView } = useKiosk.getState();
  if (mainView) show(mainView, mainView.languages.main);
}
