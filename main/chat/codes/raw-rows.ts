import type { CodeRowProblem } from '../../../preload/contract';

/** A row as the file has it, before anybody knows what its cells are. */
export interface RawRow {
  /** From 1, as an editor or a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why none of its cells can be read. */
  readonly fault?: Extract<CodeRowProblem, 'quotes' | 'row_too_long'>;
  /** Whether a spreadsheet shows it, as where rows are filtered. */
  readonly isHidden?: boolean;
  /** Cells that do not hold what was once entered, by their column. */
  readonly faults?: ReadonlyMap<number, CodeRowProblem>;
}

/** Rows that are read at once, and how much of the file they end at. */
export interface RowBatch {
  readonly rows: readonly RawRow[];
  readonly bytes: number;
}

/** A table in a file. Its rows are read one batch after the other, as they are asked for. */
export interface RowSource {
  readonly totalBytes: number;
  batches(signal: AbortSignal): AsyncGenerator<RowBatch>;
}
