import type { Answer, Prompt } from '../../../preload/contract';
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

/** How this was answered before whoever chats went back, for a prompt to start with. */
export function useEarlier<Kind extends Answer['kind']>(
  kind: Kind,
): Extract<Answer, { kind: Kind }> | null {
  const earlier = useChat((state) => state.earlier);
  return earlier !== null && isOf(earlier, kind) ? earlier : null;
}

function isOf<Kind extends Answer['kind']>(
  answer: Answer,
  kind: Kind,
): answer is Extract<Answer, { kind: Kind }> {
  return answer.kind === kind;
}
