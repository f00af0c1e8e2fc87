import type { ImportedBlock, TypebotReport } from '../../../preload/contract';
import { i18n } from '../../app/i18n';

/** Sentences that say why a block is not as it was. */
export function sentencesOf({ reasons }: Pick<ImportedBlock, 'reasons'>): string[] {
  return reasons.map((reason) => i18n.t(`flow:import.typebot.reasons.${reason}`));
}

const COLUMNS = ['outcome', 'type', 'id', 'group', 'reasons', 'sentences'] as const;

/** All blocks as a table that a spreadsheet takes: tabs between columns, one line for each block. */
export function reportText({ blocks }: TypebotReport): string {
  const header = COLUMNS.map((column) => i18n.t(`flow:import.typebot.columns.${column}`));
  const rows = blocks.map((block) => [
    i18n.t(`flow:import.typebot.outcome.${block.outcome}`),
    block.type,
    block.id,
    block.group,
    block.reasons.join(' '),
    sentencesOf(block).join(' '),
  ]);
  return [header, ...rows].map((cells) => cells.map(cellOf).join('\t')).join('\r\n');
}

/** On one line, and never a formula: the file's words are those of somebody else. */
function cellOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
