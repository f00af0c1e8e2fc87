/** One line of the table and of the JSON file. */
export interface Figure {
  readonly name: string;
  readonly rows: number;
  /** Median of the runs. */
  readonly value: number;
  readonly unit: string;
  /** What ran beside it, in turns with it; null where the target is absolute. */
  readonly reference: string | null;
  readonly referenceValue: number | null;
  /** value / referenceValue: lower is better. */
  readonly ratio: number | null;
  readonly target: string;
  readonly runs: number;
  readonly min: number;
  readonly max: number;
}

export type Measure = () => Promise<number>;

interface Subject {
  readonly name: string;
  readonly rows: number;
  readonly runs: number;
  readonly unit: string;
  readonly target: string;
}

/** Runs both in turns, since a shared machine is never the same twice. */
export async function compare(
  subject: Subject & { readonly reference: string },
  measure: Measure,
  measureReference: Measure,
): Promise<Figure> {
  const values: number[] = [];
  const referenceValues: number[] = [];
  for (let run = 0; run < subject.runs; run++) {
    referenceValues.push(await measureReference());
    values.push(await measure());
  }
  return compared(subject, values, referenceValues);
}

export function compared(
  { reference, ...subject }: Subject & { readonly reference: string },
  values: readonly number[],
  referenceValues: readonly number[],
): Figure {
  const referenceValue = median(referenceValues);
  const figure = absolute(subject, values);
  return { ...figure, reference, referenceValue, ratio: figure.value / referenceValue };
}

export function absolute(subject: Subject, values: readonly number[]): Figure {
  return {
    ...subject,
    value: median(values),
    reference: null,
    referenceValue: null,
    ratio: null,
    runs: values.length,
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

export async function repeat(runs: number, measure: Measure): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push(await measure());
  return values;
}

export async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
