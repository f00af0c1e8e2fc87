import { AppError, type PrintOut } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { readSnapshot } from '../../foundation/store/snapshot';
import { anyTable } from '../../foundation/store/tables/any-table';
import { type ExportedScope, rowsToExport } from '../export/found-rows';
import { letterOf } from './letter';
import { dayIn, type PrintedWinner, printedLetters } from './printed-letters';
import { printedList } from './printed-list';
import { findDraw } from './stored-draw';

/** What a user can still print and put into envelopes; more would take minutes and gigabytes. */
const MAX_PRINTED = 1_000;

interface PrintedPages {
  /** Of the file. */
  readonly name: string;
  readonly html: string;
  /** The rows of winners that are on them. */
  readonly rows: readonly number[];
}

/** Reads winners and makes the pages that main prints. */
export const printWinnersTask = task('draws.printWinners', 'screen', printWinners);

/**
 * Of the rows of an export those that have won in the draw.
 *
 * @throws AppError `draw.not_found`, `draw.not_a_winner` when there is none, `draw.too_many_letters`
 */
function printWinners(
  { store, nowMs, timeZone }: Pick<LaneContext, 'store' | 'nowMs' | 'timeZone'>,
  scope: ExportedScope & { readonly print: PrintOut },
): Promise<PrintedPages> {
  const { drawId, kind, language } = scope.print;
  return readSnapshot(store, async (snapshot) => {
    const draw = await findDraw(snapshot, drawId);
    const exported = snapshot
      .selectFrom(anyTable('winners'))
      .select('id')
      .where(rowsToExport(scope, 'winners', nowMs));
    const rows = await snapshot
      .selectFrom('winners')
      .select(['id', 'rank', 'prize_name', 'email', 'firstname', 'lastname'])
      .select(['street', 'house_number', 'zip', 'city', 'country', 'phone'])
      .where('id', 'in', exported)
      .where('draw_id', '=', drawId)
      .where('status', '=', 'winner')
      .orderBy('rank')
      .limit(MAX_PRINTED + 1)
      .execute();
    if (rows.length === 0) throw new AppError('draw.not_a_winner');
    if (rows.length > MAX_PRINTED) throw new AppError('draw.too_many_letters');
    const winners: PrintedWinner[] = rows;
    const today = dayIn(nowMs, language, timeZone);
    const of = { draw, winners, language, today };
    const html =
      kind === 'list'
        ? printedList(of)
        : printedLetters({ ...of, letter: await letterOf(snapshot, drawId) });
    return { name: `${kind}.pdf`, html, rows: rows.map(({ id }) => id) };
  });
}
