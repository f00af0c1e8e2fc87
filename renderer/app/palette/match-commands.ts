import { COMMAND_GROUPS, type Command, type CommandGroup } from '../commands';

/** More in a group are found by typing more. */
const MAX_OF_GROUP = 8;

/** Without letter case and accents: `Straße` and `strasse`, `Prüfung` and `prufung` are the same. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/**
 * How well it fits: each of the words begins a word of the label (best), is in it, or is in what else
 * is known of it; null when one is nowhere.
 */
function scoreOf({ label, detail = '', also = '' }: Command, words: readonly string[]) {
  const name = ` ${folded(label)}`;
  const rest = ` ${folded(`${detail} ${also}`)}`;
  let score = 0;
  for (const word of words) {
    if (name.startsWith(` ${word}`)) score += 4;
    else if (isWordStart(name, word)) score += 3;
    else if (name.includes(word)) score += 2;
    else if (rest.includes(word)) score += 1;
    else return null;
  }
  return score;
}

function isWordStart(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

export interface MatchedGroup {
  readonly group: CommandGroup;
  readonly commands: readonly Command[];
}

/**
 * Those that have all typed words, in any order, the best of each group first; the groups in their own
 * order, but one with a far better match before those without.
 */
export function matchCommands(commands: readonly Command[], typed: string): MatchedGroup[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const groups = COMMAND_GROUPS.map((group) => {
    const matches = commands
      .filter((command) => command.group === group)
      .flatMap((command) => {
        const score = scoreOf(command, words);
        return score === null ? [] : [{ command, score }];
      })
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MAX_OF_GROUP);
    return {
      group,
      best: matches[0]?.score ?? 0,
      commands: matches.map(({ command }) => command),
    };
  });
  return groups
    .filter(({ commands: matched }) => matched.length > 0)
    .toSorted((a, b) => b.best - a.best)
    .map(({ group, commands: matched }) => ({ group, commands: matched }));
}
