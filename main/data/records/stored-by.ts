import {
  effectiveDays,
  type Language,
  type Policy,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import type { PossibleWrites } from '../../chat/flow/possible-writes';
import { calledIn } from '../../chat/modules/called';
import { storesWith } from '../../chat/modules/define-module';
import { dataTables } from '../../foundation/store/tables';
import { type Columns, contactColumns } from '../../foundation/store/tables/define-table';
import { fill, type Words } from './words';

interface Line {
  readonly module: string;
  readonly table: TableName;
  readonly kept: string;
  readonly columns: Set<string>;
}

/**
 * One line for each module and table that a chat can write: which personal data, and for how long.
 * Modules of one name that keep rows of a table for as long are one line.
 */
export function storedBy(
  writes: readonly PossibleWrites[],
  policy: Policy,
  words: Words,
  language: Language,
): string[][] {
  const lines = new Map<string, Line>();
  for (const each of writes) {
    const { node, definition } = each.module;
    const stores = new Map(storesWith(definition, node.settings));
    for (const table of TABLE_NAMES) {
      const declaredDays = stores.get(table);
      if (declaredDays === undefined) continue;
      const { days, offBy } = effectiveDays(policy, { moduleId: node.id, table, declaredDays });
      const kept = offBy ? words.say.notStored : fill(words.say.days, { days });
      const module = calledIn(node, language);
      const key = [module, table, kept].join('\n');
      const line = lines.get(key) ?? { module, table, kept, columns: new Set() };
      for (const name of personalColumns(table, each)) line.columns.add(name);
      lines.set(key, line);
    }
  }
  return [...lines.values()].map(({ module, table, kept, columns }) => [
    module,
    words.table(table),
    categories(table, columns, words),
    kept,
  ]);
}

/** Columns of contact data are filled from what the chat knows; the others by the module itself. */
function personalColumns(table: TableName, { contact, customer }: PossibleWrites): string[] {
  const known = table === 'customers' ? customer : contact;
  return personalIn(table).filter((name) => !(name in contactColumns) || known.has(name));
}

function personalIn(table: TableName): string[] {
  const columns: Columns = dataTables[table].columns;
  return Object.keys(columns).filter((name) => columns[name]?.personal);
}

/** In the order of the table's declaration. */
function categories(table: TableName, written: ReadonlySet<string>, words: Words): string {
  const names = personalIn(table).filter((name) => written.has(name));
  return names.length === 0 ? words.say.noPersonalData : names.map(words.column).join(', ');
}
