import type { Output, RowView, TableName } from '../../preload/contract';
import { call } from '../app/client';

export const PAGE_ROWS = 100;
const MAX_PAGE_ROWS = 500;

export type Page = Output<'data.page'>;

export function readPage(
  table: TableName,
  before: number | undefined,
  limit: number,
): Promise<Page> {
  return call('data.page', { table, limit, ...(before !== undefined && { before }) });
}

/** Reads at least `count` rows from the top, so that a refresh keeps the place of who scrolled. */
export async function readRows(table: TableName, count: number): Promise<Page> {
  const wanted = Math.max(count, PAGE_ROWS);
  const rows: RowView[] = [];
  for (let before: number | undefined; ; ) {
    const page = await readPage(table, before, Math.min(wanted - rows.length, MAX_PAGE_ROWS));
    rows.push(...page.rows);
    if (page.next === undefined || rows.length >= wanted) return { ...page, rows };
    before = page.next;
  }
}

/** The columns that hold a value in at least one of the rows. */
export function filledColumns(rows: readonly RowView[]): Set<string> {
  const filled = new Set<string>();
  for (const { cells } of rows) {
    for (const [name, cell] of Object.entries(cells)) {
      if (cell !== null && cell !== '') filled.add(name);
    }
  }
  return filled;
}
