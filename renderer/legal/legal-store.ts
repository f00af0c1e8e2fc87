import type { AppError, LegalTextSummary } from '../../preload/contract';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { useNavigation } from '../app/navigation';
import { createScreenStore } from '../app/screen-store';

interface LegalState {
  texts: LegalTextSummary[] | null;
  error: AppError | null;
  /** The text that is open in the editor. */
  openId: string | null;
  load(): Promise<void>;
}

export const useLegalTexts = createScreenStore<LegalState>((set) => ({
  texts: null,
  error: null,
  openId: null,

  load: async () => {
    set({ error: null });
    try {
      set({ texts: await call('legal.list') });
    } catch (error) {
      set({ error: toAppError(error) });
    }
  },
}));

export function openText(openId: string | null): void {
  useLegalTexts.setState({ openId });
}

/** From another screen. */
export function goToText(id: string): void {
  openText(id);
  useNavigation.getState().goTo('legal');
}
