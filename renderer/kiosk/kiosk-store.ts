import type { KioskView } from '../../preload/contract';
import { call } from '../app/client';
import { i18n } from '../app/i18n';
import { createScreenStore } from '../app/screen-store';
import { createChat } from '../chat/chat';

interface KioskState {
  view: KioskView | null;
  failure: unknown;
}

export const useKiosk = createScreenStore<KioskState>(() => ({ view: null, failure: null }));

export const kioskChat = createChat({
  answer: (_, answer, question) => call('kiosk.answer', { answer, question }),
  openLink: (_, question) => call('kiosk.openLink', { question }),
  idle: (_, question) => call('kiosk.idle', { question }),
  back: (_, question) => call('kiosk.back', { question }),
  forget: () => call('kiosk.reset'),
});

export async function openKiosk(): Promise<void> {
  useKiosk.setState({ failure: null });
  try {
    const view = await call('kiosk.view');
    await i18n.changeLanguage(view.language);
    document.documentElement.lang = view.language;
    document.title = view.experienceName ?? i18n.t('name');
    useKiosk.setState({ view });
  } catch (failure) {
    useKiosk.setState({ failure });
  }
}

export function beginChat(): Promise<unknown> {
  return kioskChat.start(() => call('kiosk.begin'));
}
