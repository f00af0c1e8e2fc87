import type { Graph, TrailEntry } from '../../preload/contract';
import { createScreenStore } from '../app/screen-store';
import { createChat } from '../chat/chat';

export interface PreviewState {
  playing: { experienceId: string; graph: Graph } | null;
  trail: TrailEntry[];
  variables: Readonly<Record<string, string>>;
  typingDelay: boolean;
}

export const usePreview = createScreenStore<PreviewState>(() => ({
  playing: null,
  trail: [],
  variables: {},
  typingDelay: true,
}));

export const previewChat = createChat(({ trail, variables }) =>
  usePreview.setState((state) => ({ trail: [...state.trail, ...trail], variables })),
);

export function toggleTypingDelay(): void {
  usePreview.setState(({ typingDelay }) => ({ typingDelay: !typingDelay }));
}
