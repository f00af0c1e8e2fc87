import { basename } from 'node:path';
import { sql } from 'kysely';
import {
  AppError,
  type CodeColumns,
  type CodeFileLayout,
  type CodeFilePreview,
  type CodeRowIssue,
  type CodesProgress,
  type Symbology,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { poolSize } from '../claims/codes';
import { canEncode } from '../modules/coupon-code/symbology';
import { type CodeRow, codesOf, type GoodCode } from './code-rows';
import { ForeignRows } from './foreign-rows';
import { expectLeftovers, removeLeftovers } from './leftovers';
import { NumberSigns } from './number-signs';
import { withTable } from './open-table';
import type { RowSource } from './raw-rows';

/** As many as are shown; the others are counted. */
const SHOWN_ROWS = 8;
const SHOWN_ISSUES = 1_000;
/** For one statement. */
const BATCH_ROWS = 1_000;
/** For one transaction: a chat waits for the write lock no longer than it takes. */
const BATCHES_AT_ONCE = 10;
/** With SQLite's default of 16 MB, pages of the index are written again and again. */
const CACHE_KIB = 128 * 1024;

/** Codes that are in the database behind the end of their pool, where nobody finds them yet. */
export interface StagedCodes {
  readonly preview: CodeFilePreview;
  /** Codes that the pool had before. */
  readonly base: number;
  readonly encodable: Readonly<Record<Exclude<Symbology, 'qrcode'>, boolean>>;
}

export interface Staging {
  readonly file: string;
  readonly poolId: string;
  readonly layout: CodeFileLayout;
  readonly columns: CodeColumns;
}

type StagingContext = Pick<LaneContext<CodesProgress>, 'store' | 'signal' | 'report'>;

/**
 * Reads a file of codes into the database, where they stay hidden until the pool is made to include
 * them: what the user sees in the preview is what is already there, and to go on takes no time.
 *
 * @throws AppError as {@link withTable}, and `codes.none`, `codes.no_column`
 */
export async function stageCodes(context: StagingContext, staging: Staging): Promise<StagedCodes> {
  const { store, signal } = context;
  if (staging.columns.code === null) throw new AppError('codes.no_column');
  await sql`pragma cache_size = ${sql.lit(-CACHE_KIB)}`.execute(store);
  await removeLeftovers(store);
  try {
    return await withTable(staging.file, staging.layout, signal, (table) =>
      readInto(context, staging, table),
    );
  } catch (error) {
    await removeLeftovers(store);
    throw error;
  }
}

async function readInto(
  { store, signal, report }: StagingContext,
  { poolId, file, layout, columns }: Staging,
  table: RowSource,
): Promise<StagedCodes> {
  const base = await poolSize(store, poolId);
  await store.transaction().execute((transaction) => expectLeftovers(transaction, poolId));
  const stage = new Stage(poolId, base);
  const foreign = new ForeignRows(columns);
  let waiting: CodeRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    await store.transaction().execute(async (transaction) => {
      for (let from = 0; from < rows.length; from += BATCH_ROWS)
        await stage.add(transaction, rows.slice(from, from + BATCH_ROWS));
    });
  };
  for await (const { rows, bytes } of table.batches(signal)) {
    signal.throwIfAborted();
    for (const row of rows.filter(({ line }) => line > (layout.headerLine ?? 0))) {
      stage.hasHidden ||= row.isHidden === true;
      const problem = row.fault ? null : foreign.problemOf(row);
      waiting.push(...(problem ? [{ line: row.line, problem }] : codesOf(row, columns)));
    }
    if (waiting.length < BATCH_ROWS * BATCHES_AT_ONCE) continue;
    await flush();
    report({ codes: stage.codes, bytes, totalBytes: table.totalBytes });
  }
  await flush();
  if (stage.codes === 0 && stage.problems === 0) throw new AppError('codes.none');
  return { preview: stage.preview(basename(file)), base, encodable: stage.encodable };
}

/** What is known of a code that is there already. */
interface Known {
  readonly position: number;
  readonly maxUses: number;
  readonly points: number;
}

/** Adds rows behind the end of a pool, and keeps what the preview tells about them. */
class Stage {
  codes = 0;
  problems = 0;
  /** Whether rows were read that a spreadsheet does not show. */
  hasHidden = false;
  readonly encodable = { ean13: true, code128: true };
  readonly #poolId: string;
  readonly #base: number;
  #repeats = 0;
  readonly #rows: CodeFilePreview['rows'] = [];
  readonly #issues: CodeRowIssue[] = [];
  readonly #repeated: CodeFilePreview['repeated'] = [];
  readonly #signs = new NumberSigns();
  /** Where each code stands in the file, in the order of positions. */
  readonly #lines: number[] = [];

  constructor(poolId: string, base: number) {
    this.#poolId = poolId;
    this.#base = base;
  }

  preview(fileName: string): CodeFilePreview {
    return {
      fileName,
      codes: this.codes,
      problems: this.problems,
      repeats: this.#repeats,
      rows: this.#rows,
      issues: this.#issues,
      repeated: this.#repeated,
      warnings: [...this.#signs.warnings(), ...(this.hasHidden ? (['hidden_rows'] as const) : [])],
    };
  }

  async add(transaction: Store, rows: readonly CodeRow[]): Promise<void> {
    const known = await this.#known(transaction, rows);
    const fresh: GoodCode[] = [];
    for (const row of rows) {
      if ('problem' in row) this.#note(row);
      else {
        const same = known.get(row.key);
        if (same) this.#noteSame(row, same);
        else {
          const { key, line, maxUses, points } = row;
          known.set(key, { position: this.#base + this.#lines.push(line), maxUses, points });
          fresh.push(row);
        }
      }
    }
    await this.#insert(transaction, fresh);
  }

  /** One printed code is one: the first spelling stays, as long as the others say the same of it. */
  #noteSame({ line, maxUses, points }: GoodCode, same: Known): void {
    if (same.position <= this.#base) {
      this.#note({ line, problem: 'already_in_pool' });
      return;
    }
    const sameAs = this.#lines[same.position - this.#base - 1] ?? line;
    if (same.maxUses !== maxUses || same.points !== points) {
      this.#note({ line, problem: 'other_uses', sameAs });
      return;
    }
    this.#repeats += 1;
    if (this.#repeated.length < SHOWN_ISSUES) this.#repeated.push({ line, sameAs });
  }

  async #known(transaction: Store, rows: readonly CodeRow[]): Promise<Map<string, Known>> {
    const keys = rows.flatMap((row) => ('key' in row ? row.key : []));
    if (keys.length === 0) return new Map();
    const found = await transaction
      .selectFrom('pool_codes')
      .select(['pool_id', 'code_key', 'position', 'max_uses', 'points'])
      .where('code_key', 'in', keys)
      .execute();
    const ofPool = found.filter((each) => each.pool_id === this.#poolId);
    return new Map(
      ofPool.map(({ code_key, position, max_uses: maxUses, points }) => [
        code_key,
        { position, maxUses, points },
      ]),
    );
  }

  async #insert(transaction: Store, rows: readonly GoodCode[]): Promise<void> {
    if (rows.length === 0) return;
    const first = this.#base + this.codes + 1;
    await transaction
      .insertInto('pool_codes')
      .values(
        rows.map(({ code, key, maxUses, points }, index) => ({
          pool_id: this.#poolId,
          position: first + index,
          code,
          code_key: key,
          max_uses: maxUses,
          points,
        })),
      )
      .execute();
    this.codes += rows.length;
    for (const { line, code, maxUses, points } of rows) {
      if (this.#rows.length < SHOWN_ROWS) this.#rows.push({ line, code, maxUses, points });
      this.encodable.ean13 &&= canEncode(code, 'ean13');
      this.encodable.code128 &&= canEncode(code, 'code128');
      this.#signs.add(code);
    }
  }

  #note(issue: CodeRowIssue): void {
    this.problems += 1;
    if (this.#issues.length < SHOWN_ISSUES) this.#issues.push(issue);
  }
}
