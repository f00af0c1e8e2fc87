import type { Prompt } from '../../preload/contract';
import { ChoicePrompt } from './prompts/ChoicePrompt';
import { ConfirmPrompt } from './prompts/ConfirmPrompt';
import { LinkPrompt } from './prompts/LinkPrompt';
import { TextPrompt } from './prompts/TextPrompt';

export function PromptForm({ prompt }: { prompt: Prompt }) {
  switch (prompt.kind) {
    case 'choice':
      return <ChoicePrompt prompt={prompt} />;
    case 'text':
      return <TextPrompt prompt={prompt} />;
    case 'confirm':
      return <ConfirmPrompt prompt={prompt} />;
    case 'link':
      return <LinkPrompt prompt={prompt} />;
    case 'choices':
    case 'form':
    case 'scale':
    case 'matrix':
    case 'file':
    case 'consent':
      return null;
  }
}
