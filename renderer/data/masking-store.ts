import type { Input, MaskingRule, MaskingView } from '../../preload/contract';
import { call } from '../app/client';
import { createScreenStore } from '../app/screen-store';
import { useDataStore } from './data-store';

interface MaskingState {
  masking: MaskingView | null;
  load(): Promise<void>;
  setMine(isMasked: boolean): Promise<void>;
  setRule(rule: MaskingRule): Promise<void>;
  reveal(request: Input<'masking.reveal'>): Promise<void>;
  hide(): Promise<void>;
}

export const useMaskingStore = createScreenStore<MaskingState>((set) => {
  /** What main shows from now on is another: rows are read again. */
  const change = async (masking: Promise<MaskingView>): Promise<void> => {
    set({ masking: await masking });
    await useDataStore.getState().refresh();
  };
  return {
    masking: null,
    load: async () => set({ masking: await call('masking.view') }),
    setMine: (isMasked) => change(call('masking.setMine', { isMasked })),
    setRule: (rule) => change(call('masking.setRule', { rule })),
    reveal: (request) => change(call('masking.reveal', request)),
    hide: () => change(call('masking.hide')),
  };
});
