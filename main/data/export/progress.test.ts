import { expect, it } from 'vitest';
import { Progress, type ReportedProgress } from './progress';

function progressOf(totalRows: number) {
  const reports: ReportedProgress[] = [];
  let nowMs = 5_000;
  const progress = new Progress(
    totalRows,
    (report) => reports.push(report),
    () => nowMs,
  );
  return {
    progress,
    after: (ms: number) => {
      nowMs += ms;
    },
    last: () => reports.at(-1),
  };
}

it('says nothing about the time that is left before it knows enough', () => {
  const { progress, after, last } = progressOf(1_000);
  after(999);
  progress.wrote(100);
  expect(last()).toMatchObject({
    phase: 'writing',
    rows: 100,
    totalRows: 1_000,
    remainingMs: null,
  });
});

it('estimates the time until the file is verified from what was written so far', () => {
  const { progress, after, last } = progressOf(1_000);
  after(2_000);
  progress.wrote(500);
  expect(last()).toMatchObject({ rows: 500, remainingMs: 3_000 });
  after(2_000);
  progress.wrote(500);
  expect(last()).toMatchObject({ rows: 1_000, remainingMs: 1_000 });
  progress.verified(0);
  after(1_000);
  progress.verified(0.25);
  expect(last()).toMatchObject({ phase: 'verifying', rows: 250, remainingMs: 3_000 });
  after(3_000);
  progress.verified(1);
  expect(last()).toMatchObject({ rows: 1_000, remainingMs: 0 });
});
