import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'main/**/*.test.ts',
      'preload/**/*.test.ts',
      'renderer/**/*.test.ts',
      'tests/unit/**/*.test.ts',
      'tests/fault/**/*.test.ts',
    ],
    // Faults kill processes and fill disks; they take longer than a unit test.
    testTimeout: 30_000,
    passWithNoTests: true,
  },
});
