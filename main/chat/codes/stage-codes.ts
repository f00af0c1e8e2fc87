import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { sql } from 'kysely';
import {
  AppError,
  type CodeFilePreview,
  type CodeRowIssue,
  type CodesProgress,
  type Symbology,
} from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { codeKey } from '../claims/code-key';
import { poolSize } from '../claims/codes';
import { canEncode } from '../modules/coupon-code/symbology';
import { encodingOf, textOf } from './encoding';
import { expectLeftovers, removeLeftovers } from './leftovers';
import { LineSplitter } from './lines';
import { openPlainFile } from './plain-file';
import { type CodeRow, RowReader } from './read-rows';

const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** As many as are shown; the others are counted. */
const SHOWN_ROWS = 8;
const SHOWN_ISSUES = 100;
/** For one statement. */
const BATCH_ROWS = 1_000;
/** For one transaction: a chat waits for the write lock no longer than it takes. */
const BATCHES_AT_ONCE = 10;
/** With SQLite's default of 16 MB, pages of the index are written again and again. */
const CACHE_KIB = 128 * 1024;

/** Codes that are in the database behind the end of their pool, where nobody finds them yet. */
export interface StagedCodes {
  readonly preview: Omit<CodeFilePreview, 'ticket'>;
  /** Codes that the pool had before. */
  readonly base: number;
  readonly encodable: Readonly<Record<Exclude<Symbology, 'qrcode'>, boolean>>;
}

export interface Staging {
  readonly file: string;
  readonly poolId: string;
}

type StagingContext = Pick<LaneContext<CodesProgress>, 'store' | 'signal' | 'report'>;
type GoodRow = Extract<CodeRow, { code: string }>;

/**
 * Reads a file of codes into the database, where they stay hidden until the pool is made to include
 * them: what the user sees in the preview is what is already there, and to go on takes no time.
 *
 * @throws AppError `codes.unreadable`, `codes.too_large`, `codes.not_text`, `codes.none`
 */
export async function stageCodes(context: StagingContext, staging: Staging): Promise<StagedCodes> {
  const { store } = context;
  await sql`pragma cache_size = ${sql.lit(-CACHE_KIB)}`.execute(store);
  await removeLeftovers(store);
  const opened = await openPlainFile(staging.file);
  if (!opened) throw new AppError('codes.unreadable');
  try {
    if (opened.bytes > MAX_FILE_BYTES)
      throw new AppError('codes.too_large', { max: MAX_FILE_BYTES / 1024 / 1024 });
    return await readInto(context, staging, opened);
  } catch (error) {
    await removeLeftovers(store);
    throw error;
  } finally {
    await opened.file.close();
  }
}

async function readInto(
  { store, signal, report }: StagingContext,
  { poolId, file: path }: Staging,
  { file, bytes: totalBytes }: { file: FileHandle; bytes: number },
): Promise<StagedCodes> {
  const encoding = await encodingOf(file, signal);
  const base = await poolSize(store, poolId);
  await store.transaction().execute((transaction) => expectLeftovers(transaction, poolId));
  const stage = new Stage(poolId, base);
  const splitter = new LineSplitter();
  const reader = new RowReader();
  let waiting: CodeRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    await store.transaction().execute(async (transaction) => {
      for (let from = 0; from < rows.length; from += BATCH_ROWS)
        await stage.add(transaction, rows.slice(from, from + BATCH_ROWS));
    });
  };
  for await (const { text, bytes } of textOf(file, encoding)) {
    signal.throwIfAborted();
    waiting.push(...reader.read(splitter.take(text)));
    if (waiting.length < BATCH_ROWS * BATCHES_AT_ONCE) continue;
    await flush();
    report({ codes: stage.codes, bytes, totalBytes });
  }
  waiting.push(...reader.read(splitter.end()));
  await flush();
  if (stage.codes === 0 && stage.problems === 0) throw new AppError('codes.none');
  const { codes, problems, rows, issues, encodable } = stage;
  const preview = { fileName: basename(path), encoding, codes, problems, rows, issues };
  return { preview, base, encodable };
}

/** Adds rows behind the end of a pool, and keeps what the preview tells about them. */
class Stage {
  codes = 0;
  problems = 0;
  readonly rows: CodeFilePreview['rows'] = [];
  readonly issues: CodeRowIssue[] = [];
  readonly encodable = { ean13: true, code128: true };
  readonly #poolId: string;
  readonly #base: number;

  constructor(poolId: string, base: number) {
    this.#poolId = poolId;
    this.#base = base;
  }

  async add(transaction: Store, rows: readonly CodeRow[]): Promise<void> {
    const known = await this.#positions(transaction, rows);
    const fresh: GoodRow[] = [];
    for (const row of rows) {
      if ('problem' in row) this.#note(row);
      else {
        const position = known.get(row.code);
        if (position === undefined) {
          known.set(row.code, this.#base + this.codes + fresh.length + 1);
          fresh.push(row);
        } else {
          const isInPool = position <= this.#base;
          this.#note({ line: row.line, problem: isInPool ? 'already_in_pool' : 'twice_in_file' });
        }
      }
    }
    await this.#insert(transaction, fresh);
  }

  async #positions(transaction: Store, rows: readonly CodeRow[]): Promise<Map<string, number>> {
    const keys = rows.flatMap((row) => ('code' in row ? codeKey(row.code) : []));
    if (keys.length === 0) return new Map();
    const found = await transaction
      .selectFrom('pool_codes')
      .select(['pool_id', 'code', 'position'])
      .where('code_key', 'in', keys)
      .execute();
    const ofPool = found.filter((each) => each.pool_id === this.#poolId);
    return new Map(ofPool.map(({ code, position }) => [code, position]));
  }

  async #insert(transaction: Store, rows: readonly GoodRow[]): Promise<void> {
    if (rows.length === 0) return;
    const first = this.#base + this.codes + 1;
    await transaction
      .insertInto('pool_codes')
      .values(
        rows.map(({ code, maxUses }, index) => ({
          pool_id: this.#poolId,
          position: first + index,
          code,
          code_key: codeKey(code),
          max_uses: maxUses,
        })),
      )
      .execute();
    this.codes += rows.length;
    this.rows.push(...rows.slice(0, SHOWN_ROWS - this.rows.length));
    for (const { code } of rows) {
      this.encodable.ean13 &&= canEncode(code, 'ean13');
      this.encodable.code128 &&= canEncode(code, 'code128');
    }
  }

  #note(issue: CodeRowIssue): void {
    this.problems += 1;
    if (this.issues.length < SHOWN_ISSUES) this.issues.push(issue);
  }
}
