import { addressesIn, type ChatMessage, linkTo, type Prompt } from '../../../preload/contract';

interface Shown {
  readonly messages: readonly { message: ChatMessage }[];
  readonly state: { kind: string; prompt?: Prompt };
}

/** Where the links lead that a turn shows, in what it says and in what it asks. */
export function addressesOf({ messages, state }: Shown): string[] {
  const said = messages.flatMap(({ message }) => markedIn(message));
  return [...said, ...textsOf(state.prompt)].filter(mayHoldLink).flatMap(addressesIn);
}

/** The texts of a message that are shown as light markdown; the link of a card is shown as one, too. */
function markedIn(message: ChatMessage): string[] {
  switch (message.kind) {
    case 'text':
      return [message.text];
    case 'sound':
    case 'video':
      return [message.transcript];
    case 'cards':
      return message.cards.flatMap(({ text, link }) => [text, linkTo(link, link)]);
    default:
      return [];
  }
}

/** The texts of a prompt that are shown as light markdown. */
function textsOf(prompt: Prompt | undefined): string[] {
  if (!prompt) return [];
  const { why = '' } = prompt;
  if (prompt.kind === 'consent') return [why, prompt.text];
  if (prompt.kind === 'confirm' || prompt.kind === 'text') return [why, prompt.terms ?? ''];
  return [why];
}

function mayHoldLink(text: string): boolean {
  return text.includes('](');
}
