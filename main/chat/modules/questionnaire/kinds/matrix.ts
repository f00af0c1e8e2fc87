import { optionOfParts } from '../../../../../preload/contract';
import { joinLabels } from '../../../engine/chosen';
import { interpolate } from '../../../engine/interpolate';
import { entries, optionWords } from './entries';
import { defineKind } from './kind';

export const matrix = defineKind({
  settings: { options: entries, rows: entries },
  chooses: 'per_row',
  needs: { options: 2, rows: 1 },
  texts: {
    en: {
      name: 'Table: one choice per row',
      settings: {
        ...optionWords.en,
        rows: 'Rows of the table',
        'rows.item': 'Add row',
        'rows.label': 'Label',
      },
    },
    de: {
      name: 'Tabelle: eine Wahl je Zeile',
      settings: {
        ...optionWords.de,
        rows: 'Zeilen der Tabelle',
        'rows.item': 'Zeile hinzufügen',
        'rows.label': 'Beschriftung',
      },
    },
  },
  prompt: ({ rows, options }) => ({ kind: 'matrix', rows, columns: options }),
  /** All rows in one answer, since a question has one row in the data. */
  read: ({ rows, options }, answer, scope) => {
    if (answer.kind !== 'matrix') return null;
    const cells = rows.flatMap((row) => {
      const id = Object.hasOwn(answer.cells, row.id) ? answer.cells[row.id] : undefined;
      const column = options.find((option) => option.id === id);
      return column ? [{ row, column }] : [];
    });
    if (cells.length < rows.length) return null;
    return {
      answer: joinLabels(
        cells.map(
          ({ row, column }) =>
            `${interpolate(row.label, scope)}: ${interpolate(column.label, scope)}`,
        ),
      ),
      optionIds: cells.map(({ row, column }) => optionOfParts([row.id, column.id])),
    };
  },
});
