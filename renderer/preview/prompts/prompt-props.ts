import type { Prompt } from '../../../preload/contract';

export interface PromptProps<Kind extends Prompt['kind']> {
  prompt: Extract<Prompt, { kind: Kind }>;
}
