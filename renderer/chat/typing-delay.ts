import type { Line } from './chat';

const FIRST = { shortest: 350, longest: 1_100, perCharacter: 8 };
const SHORTEST_MS = 180;

/**
 * How long the chat seems to type before it shows a line, in ms. `run` counts the lines that it has shown
 * in a row: each comes a little faster than the one before, so that five short ones are no wait. What an
 * author has set holds.
 */
export function typingDelay(line: Line, run: number): number {
  if (line.side === 'own') return 0;
  const { message } = line;
  if (message.delayMs !== undefined) return message.delayMs;
  const length = message.kind === 'text' ? message.text.length : 0;
  const alone = Math.min(FIRST.longest, FIRST.shortest + length * FIRST.perCharacter);
  return Math.max(SHORTEST_MS, Math.round(alone / (1 + run / 2)));
}

/** The lines of the chat at the end of what is shown. */
export function runOf(lines: readonly Line[]): number {
  const own = lines.findLastIndex(({ side }) => side === 'own');
  return lines.length - 1 - own;
}
