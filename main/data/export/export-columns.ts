import { createHmac, randomBytes } from 'node:crypto';
import type { ExportLevel, TableName } from '../../../preload/contract';
import { emailKey } from '../../foundation/person/email-key';
import { listedColumns } from '../../foundation/store/tables';
import type { Column } from '../../foundation/store/tables/define-table';
import type { CellKind, EncodedColumn } from './csv-encoder';

const KEY_BYTES = 32;
const PSEUDONYM_BYTES = 16;

/** Makes the same text the same pseudonym, whatever its letter case and the blanks around it. */
export type Pseudonymise = (text: string) => string;

/** With a key of its own that nobody keeps: nothing leads back, and no two exports belong together. */
export function newPseudonyms(): Pseudonymise {
  const key = randomBytes(KEY_BYTES);
  return (text) =>
    createHmac('sha256', key).update(emailKey(text)).digest().toString('hex', 0, PSEUDONYM_BYTES);
}

/** The columns of a table at this level, in the order of their declaration. */
export function exportedColumns(
  table: TableName,
  level: ExportLevel,
  pseudonymise: Pseudonymise,
): EncodedColumn[] {
  return Object.entries(listedColumns(table))
    .filter(([, column]) => isExported(column, level))
    .map(([name, column]) => ({
      name,
      kind: cellKind(column, level, pseudonymise),
      ...(column.checked && { checked: true }),
    }));
}

/** What becomes of a column's cells at this level; {@link isExported} says whether it is there at all. */
export function cellKind(column: Column, level: ExportLevel, pseudonymise: Pseudonymise): CellKind {
  return level === 'pseudonymised' && leadsBack(column) ? pseudonymise : kindOf(column);
}

export const isExported = ({ personal }: Column, level: ExportLevel): boolean =>
  level !== 'no_identifiers' || !personal;

function kindOf({ kind }: Column): CellKind {
  if (kind === 'bytes') throw new Error('The contents of files are in no CSV file.');
  return kind;
}

/** Ids for machines lead back to a person for whoever has the workspace. */
function leadsBack({ personal, technical }: Column): boolean {
  return personal || technical;
}
