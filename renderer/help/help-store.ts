import { createScreenStore } from '../app/screen-store';

interface HelpState {
  /** The first steps are shown: once after a workspace has been made, then when asked for. */
  isOpen: boolean;
  open(): void;
  close(): void;
}

export const useHelp = createScreenStore<HelpState>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));
