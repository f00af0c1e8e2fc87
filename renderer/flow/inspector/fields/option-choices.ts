import type { Offer } from '../../../../preload/contract';

/** What an author chooses from: options with one label are one, whichever module offers them. */
export interface OptionChoice {
  /** The ids in one text, which none of them could be. */
  readonly value: string;
  readonly label: string;
  readonly ids: readonly string[];
}

/** The options of a variable, and ids of a rule that are none of them any more. */
export function optionChoices(
  offer: Offer | undefined,
  chosen: readonly string[],
  words: { missing: string; unnamed: string },
): OptionChoice[] {
  const byLabel = new Map<string, { label: string; ids: string[] }>();
  for (const { id, label } of offer?.options ?? []) {
    const read = label.trim().toLowerCase();
    const known = byLabel.get(read);
    if (known) known.ids.push(id);
    else byLabel.set(read, { label: label.trim() || words.unnamed, ids: [id] });
  }
  const offered = [...byLabel.values()].map(({ label, ids }) => choiceOf(label, ids));
  const known = new Set(offered.flatMap(({ ids }) => ids));
  const missing = chosen.filter((id) => !known.has(id));
  return [...offered, ...missing.map((id) => choiceOf(words.missing, [id]))];
}

export function chosenOf(choices: readonly OptionChoice[], ids: readonly string[]): OptionChoice[] {
  return choices.filter((choice) => choice.ids.some((id) => ids.includes(id)));
}

function choiceOf(label: string, ids: readonly string[]): OptionChoice {
  return { value: ids.join(' '), label, ids };
}
