import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench';
import { builder } from './builder';
import { codes } from './codes';
import { commit, step } from './commit';
import { Databases } from './databases';
import { delay } from './delay';
import { memory, start } from './desktop';
import { exporting } from './export';
import type { Figure } from './figure';
import { growth, list, page, scrolling, search } from './read';
import { screens } from './screens';
import { sweep } from './sweep';

const benches: readonly Bench[] = [
  commit,
  step,
  sweep,
  page,
  list,
  search,
  growth,
  scrolling,
  screens,
  exporting,
  codes,
  start,
  memory,
  delay,
  builder,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});

const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are ${benches.map(({ name }) => name)}.`);
  process.exit(1);
}
const wanted = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const folder = mkdtempSync(join(tmpdir(), 'chatvault-bench-'));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
const databases = new Databases(folder);
const figures: Figure[] = [];
for (const bench of wanted) {
  console.error(`${bench.name} ...`);
  const rows = values.rows === undefined ? bench.rows : wholeNumber('rows', values.rows);
  const runs = wholeNumber('runs', values.runs);
  const workerScript = join(process.env.CHATVAULT_ROOT ?? '', 'out/main/worker.cjs');
  figures.push(...(await bench.run({ rows, runs, databases, workerScript, folder })));
  // After each, so that what is measured is kept when a later one fails.
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
console.log(`${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`);
console.table(
  Object.fromEntries(
    figures.map(({ name, ...figure }) => [
      name,
      {
        rows: figure.rows,
        value: `${rounded(figure.value)} ${figure.unit}`,
        reference: figure.reference ?? '',
        'reference value':
          figure.referenceValue === null ? '' : `${rounded(figure.referenceValue)} ${figure.unit}`,
        ratio: figure.ratio === null ? '' : rounded(figure.ratio),
        target: figure.target,
        runs: figure.runs,
        range: `${rounded(figure.min)} to ${rounded(figure.max)}`,
      },
    ]),
  ),
);

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name} takes a whole number above 0.`);
  process.exit(1);
}
