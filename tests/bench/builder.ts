import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright';
import { Experiences } from '../../main/chat/experiences/experiences';
import { WorkspaceFolder } from '../../main/vault/workspace/workspace-folder';
import { chain, says } from '../support/graphs';
import type { Bench, Options } from './bench';
import { absolute, compared, type Figure } from './figure';

const PASSPHRASE = 'correct horse battery staple';
const ACROSS = 25;
const STEPS = 90;
const GRID = { x: 300, y: 170 };

interface Smoothness {
  /** Median time between two frames while the pointer moved, in ms. */
  readonly frameMs: number;
  /** The longest task of the page, in ms; 0 when none was over 50 ms, which is what the browser reports. */
  readonly longestTaskMs: number;
}

/**
 * Pans the canvas and drags a module on it, among many modules and, in the same run, with one alone:
 * frames are drawn by the processor here, so only the difference says something about the builder.
 */
export const builder: Bench = {
  name: 'builder',
  rows: 1_000,
  run: async (options) => {
    const runs = Array.from({ length: options.runs });
    const many: Record<Gesture, Smoothness[]> = { panAll: [], pan: [], drag: [] };
    const one: Record<Gesture, Smoothness[]> = { panAll: [], pan: [], drag: [] };
    const templates = [await makeWorkspace(1, options), await makeWorkspace(options.rows, options)];
    for (const _ of runs) {
      for (const [index, template] of templates.entries()) {
        const measured = await measure(template, options);
        const into = index === 0 ? one : many;
        for (const gesture of GESTURES) into[gesture].push(measured[gesture]);
      }
    }
    return GESTURES.flatMap((gesture) => figuresOf(gesture, many[gesture], one[gesture], options));
  },
};

const GESTURES = ['panAll', 'pan', 'drag'] as const;
type Gesture = (typeof GESTURES)[number];
const NAMES = { panAll: 'pan the whole flow', pan: 'pan', drag: 'drag' };

function figuresOf(
  gesture: Gesture,
  many: readonly Smoothness[],
  one: readonly Smoothness[],
  { rows, runs }: Options,
): Figure[] {
  const frames = (all: readonly Smoothness[]) => all.map(({ frameMs }) => frameMs);
  const frame = {
    name: `builder: ${NAMES[gesture]}, frame`,
    rows,
    runs,
    unit: 'ms',
    target: '<= 16.7 ms',
  };
  const task = { name: `builder: ${NAMES[gesture]}, longest task`, rows, runs, unit: 'ms' };
  return [
    compared({ ...frame, reference: 'one module' }, frames(many), frames(one)),
    absolute(
      { ...task, target: '<= 50 ms' },
      many.map(({ longestTaskMs }) => longestTaskMs),
    ),
  ];
}

async function makeWorkspace(modules: number, { folder }: Options): Promise<string> {
  const path = join(mkdtempSync(join(folder, 'builder-')), 'workspace');
  const { opened } = await new WorkspaceFolder(path, undefined).create({
    name: 'Bench',
    userName: 'Admin',
    passphrase: PASSPHRASE,
    nowMs: Date.now(),
    furnish: (store) =>
      new Experiences(store).create('bench', 'Bench', graphOf(modules), Date.now()),
  });
  await opened.store.destroy();
  return path;
}

/** One chat that winds through rows of modules. */
function graphOf(count: number) {
  const graph = chain(
    ...Array.from({ length: count }, (_, index) => says(`m${index}`, `Message ${index}`)),
  );
  for (const [index, module] of graph.modules.entries()) {
    const row = Math.floor(index / ACROSS);
    module.position = { x: (index % ACROSS) * GRID.x, y: row * GRID.y };
  }
  return graph;
}

async function measure(
  template: string,
  { folder }: Options,
): Promise<Record<Gesture, Smoothness>> {
  const userData = mkdtempSync(join(folder, 'user-data-'));
  cpSync(template, join(userData, 'workspace'), { recursive: true });
  const flags: string[] = JSON.parse(process.env.CHATVAULT_ELECTRON_FLAGS ?? '[]');
  const app = await _electron.launch({
    executablePath: process.env.CHATVAULT_ELECTRON ?? '',
    args: [
      process.env.CHATVAULT_ROOT ?? '',
      ...flags,
      `--user-data-dir=${userData}`,
      '--lang=en-US',
    ],
  });
  try {
    const page = await app.firstWindow();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    const nodes = page.locator('.react-flow__node');
    await nodes.first().waitFor();
    const panAll = await whileMoving(page, await emptyPoint(page));
    // To work on: at 100 %, where the texts can be read.
    await page.getByRole('region', { name: 'Flow' }).focus();
    await page.keyboard.press('0');
    await page.locator('.react-flow__viewport[style*="scale(1)"]').waitFor();
    const pan = await whileMoving(page, await emptyPoint(page));
    const drag = await whileMoving(page, await middleOf(page));
    return { panAll, pan, drag };
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** In the dots between the modules, where the pointer takes hold of the canvas. */
async function emptyPoint(page: Page): Promise<Point> {
  return page.locator('.react-flow__pane').evaluate((pane) => {
    const { left, top, width, height } = pane.getBoundingClientRect();
    for (let y = top + height / 2; y < top + height; y += 3) {
      for (let x = left + width / 3; x < left + width; x += 3) {
        if (document.elementFromPoint(x, y) === pane) return { x, y };
      }
    }
    throw new Error('The modules cover the whole canvas.');
  });
}

/** On the module that is drawn nearest to the middle of the canvas. */
async function middleOf(page: Page): Promise<Point> {
  return page.locator('.react-flow').evaluate((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    const points = [...canvas.querySelectorAll('.react-flow__node')].map((node) => {
      const box = node.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 3 };
    });
    const distance = (point: { x: number; y: number }) =>
      Math.hypot(point.x - middle.x, point.y - middle.y);
    const [nearest] = points.sort((a, b) => distance(a) - distance(b));
    if (!nearest) throw new Error('There is no module.');
    return nearest;
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves the pressed pointer in a circle, with the page's own eye on frames and long tasks. */
async function whileMoving(page: Page, { x, y }: Point): Promise<Smoothness> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    const seen = { frames: [] as number[], tasks: [] as number[], isOver: false };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: 'longtask' });
    const frame = (at: number): void => {
      seen.frames.push(at);
      if (!seen.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  for (let step = 1; step <= STEPS; step++) {
    const angle = (step / STEPS) * 2 * Math.PI;
    await page.mouse.move(x + Math.sin(angle) * 90, y + (1 - Math.cos(angle)) * 45);
  }
  const seen = await page.evaluate(() => {
    const found = (
      window as unknown as { seen: { frames: number[]; tasks: number[]; isOver: boolean } }
    ).seen;
    found.isOver = true;
    return found;
  });
  await page.mouse.up();
  const gaps = seen.frames.slice(1).map((at, index) => at - (seen.frames[index] ?? at));
  gaps.sort((a, b) => a - b);
  return {
    frameMs: gaps[gaps.length >> 1] ?? Number.NaN,
    longestTaskMs: Math.max(0, ...seen.tasks),
  };
}
