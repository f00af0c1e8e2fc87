import type { Prompt } from '../../../preload/contract';
import { useChat, useChatPlace } from '../chat-context';

export interface PromptProps<Kind extends Prompt['kind']> {
  prompt: Extract<Prompt, { kind: Kind }>;
}

/** How a prompt is answered, and whether an answer is under way. */
export function useAnswer() {
  const { chat } = useChatPlace();
  const isBusy = useChat((state) => state.isBusy);
  return { answer: chat.answer, isBusy };
}
