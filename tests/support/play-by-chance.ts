import type { Sessions } from '../../main/chat/sessions/sessions';
import type { Answer, Graph, Prompt } from '../../preload/contract';
import type { Random } from '../seed/random';
import { startChat } from './play';
import { wordsOf } from './words';

/** More of one chat tells nothing new. */
const MAX_TURNS = 40;

const TEXTS: Partial<Record<string, string>> = {
  email: 'ann@example.com',
  tel: '+436601234567',
  number: '3',
  date: '2026-12-04',
};

/** Plays until the chat ends, or long enough, with answers by chance; what it said. */
export async function playByChance(
  sessions: Sessions,
  graph: Graph,
  random: Random,
): Promise<string[]> {
  let turn = await startChat(sessions, graph);
  const { sessionId } = turn;
  const said = turn.messages.map(({ message }) => wordsOf(message));
  for (let turns = 0; turns < MAX_TURNS && turn.prompt !== null; turns++) {
    const { prompt } = turn;
    turn =
      prompt.kind === 'link'
        ? await sessions.openLink(sessionId)
        : await sessions.answer(sessionId, answerTo(random, prompt));
    said.push(...turn.messages.map(({ message }) => wordsOf(message)));
  }
  sessions.forget(sessionId);
  return said;
}

function answerTo(random: Random, prompt: Prompt): Answer {
  switch (prompt.kind) {
    case 'choice':
      return { kind: 'choice', option: random.of(prompt.options).id };
    case 'choices':
      return { kind: 'choices', options: prompt.options.slice(0, prompt.max).map(({ id }) => id) };
    case 'scale':
      return { kind: 'scale', value: prompt.min + random.below(prompt.max - prompt.min + 1) };
    case 'text':
      return { kind: 'text', text: TEXTS[prompt.format] ?? 'Words', acceptedTerms: true };
    default:
      return { kind: 'skip' };
  }
}
