import { createScreenStore } from '../screen-store';

interface CommandPaletteState {
  isOpen: boolean;
  open(): void;
  close(): void;
}

export const useCommandPalette = createScreenStore<CommandPaletteState>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));
