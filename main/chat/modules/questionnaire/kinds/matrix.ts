import { interpolate } from '../../../engine/interpolate';
import { entries, optionWords } from './entries';
import { defineKind } from './kind';

export const matrix = defineKind({
  settings: { options: entries, rows: entries },
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
    const lines = rows.map((row) => {
      const id = Object.hasOwn(answer.cells, row.id) ? answer.cells[row.id] : undefined;
      const column = options.find((option) => option.id === id);
      return column && `${interpolate(row.label, scope)}: ${interpolate(column.label, scope)}`;
    });
    return lines.includes(undefined) ? null : { answer: lines.join('; ') };
  },
});
