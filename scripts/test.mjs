import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, isSource } from './build.mjs';
import { changes } from './changed.mjs';
import { hasDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { runTool } from './run.mjs';
import { setup } from './setup.mjs';
import { ensureVirtualDisplay } from './system-libraries.mjs';

/*
 * npm test                everything
 * npm test -- --unit      unit and fault tests only
 * npm test -- --e2e       end-to-end tests only
 * npm test -- WORD ...    tests in files whose path holds one of the words
 * npm test -- --changed   tests that the last change can reach, committed or not
 */
const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--'));
const isWanted = (/** @type {string} */ part) =>
  args.includes(`--${part}`) || !(args.includes('--unit') || args.includes('--e2e'));

const change = args.includes('--changed') ? changes() : undefined;

const results = join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

process.once('exit', report);
rmSync(results, { recursive: true, force: true });
mkdirSync(results);
if (isWanted('checks')) await check();
if (isWanted('unit')) await testUnits();
if (isWanted('e2e')) await testEndToEnd();

/**
 * Runs as well when the set-up of the end-to-end tests ends the script.
 * @param {number} code
 */
function report(code) {
  if (code !== 0) addFailure('the set-up of the tests; see the messages above');
  console.log('');
  for (const failure of failures) console.log(`Failed: ${failure}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
  // Other programs read this line: nothing may follow it.
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
}

async function check() {
  title('Format, lint and import rules');
  const biome = await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
  if (biome !== 0) addFailure('format, lint or import rules; `npm run format` repairs most of it');
  title('Who imports whom');
  const cruiser = 'dependency-cruiser/bin/dependency-cruiser.mjs';
  if (
    (await runTool(cruiser, [
      '--config',
      '.dependency-cruiser.cjs',
      'main',
      'renderer',
      'preload',
    ])) !== 0
  ) {
    addFailure('import rules; .dependency-cruiser.cjs says which');
  }
  title('Types');
  if ((await runTool('typescript/bin/tsc', ['-b'])) !== 0) addFailure('types');
}

async function testUnits() {
  title('Unit and fault tests');
  const file = join(results, 'unit.json');
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...(change ? [`--changed=${change.since}`] : []),
    ...words,
  ]);
  const counts = readReport(file);
  add('unit and fault tests', code, {
    passed: counts?.numPassedTests,
    failed: counts?.numFailedTests,
    skipped: counts && counts.numPendingTests + counts.numTodoTests,
    names: counts?.testResults.flatMap(failedInFile),
  });
}

async function testEndToEnd() {
  title('End-to-end tests');
  const { environment } = await setup();
  // Each worker starts a display of its own: two at once cannot install what that takes.
  if (!hasDisplay()) await ensureVirtualDisplay();
  if (!(await build())) return addFailure('the build, so that end-to-end tests could not run');
  const file = join(results, 'e2e.json');
  const code = await runTool(
    'playwright/cli.js',
    ['test', '--reporter=list,json', '--pass-with-no-tests', ...reached(change), ...words],
    { env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  const { stats, suites = [] } = readReport(file) ?? {};
  add('end-to-end tests', code, {
    passed: stats?.expected,
    failed: stats && stats.unexpected + stats.flaky,
    skipped: stats?.skipped,
    names: suites.flatMap(failedInSuite),
  });
}

/**
 * Any part of the application can show on any screen: a change of it reaches all that is played there.
 * @param {ReturnType<typeof changes> | undefined} change
 */
function reached(change) {
  if (!change || change.files.some(isSource)) return [];
  return [`--only-changed=${change.since}`];
}

/**
 * @param {{ name: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} file
 *   as vitest reports it; its own message tells why none of its tests could run
 */
function failedInFile({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  const where = relative(root, name);
  if (failed.length === 0) return message ? [`${where}: ${message}`] : [];
  return failed.map(({ fullName, failureMessages: [why = ''] }) => {
    const own = why.split('\n').filter((line) => !line.includes('node_modules'));
    return [`${where}: ${fullName}`, ...own].join('\n');
  });
}

/**
 * @typedef {{ file: string, specs: { title: string, ok: boolean }[], suites?: Suite[] }} Suite
 * @param {Suite} suite as Playwright reports it
 * @returns {string[]}
 */
function failedInSuite({ file, specs, suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failedInSuite)];
}

/** @param {string} text */
function title(text) {
  console.log(`\n=== ${text}`);
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} name
 * @param {number} code exit code of the tool: it can fail without a failed test
 * @param {{ passed?: number, failed?: number, skipped?: number, names?: string[] }} results
 */
function add(name, code, { passed = 0, failed = 0, skipped = 0, names = [] }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(...names, `${failed} of the ${name}`);
  else if (code !== 0) addFailure(`${name} ended with exit code ${code}`);
}

/** @param {string} what */
function addFailure(what) {
  total.failed += 1;
  failures.push(what);
}
