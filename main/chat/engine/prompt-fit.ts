import type { Prompt } from '../../../preload/contract';
import type { ChatInput } from './chat-state';

/** Whether the input is one that the prompt offers; what it holds is for the module to judge. */
export function fits(prompt: Prompt, input: ChatInput): boolean {
  switch (input.kind) {
    case 'linkOpened':
      return prompt.kind === 'link';
    case 'idle':
      return prompt.idleAfterMs !== undefined;
    case 'answer':
      if (input.answer.kind === 'skip') return prompt.skip !== undefined;
      if (input.answer.kind === 'dontKnow') return prompt.dontKnow !== undefined;
      return input.answer.kind === prompt.kind;
    case 'start':
    case 'outcome':
      return false;
  }
}
