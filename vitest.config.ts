import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest file first, so that no core is left alone with it at the end. */
class KillsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean =>
      moduleId.endsWith('tests/fault/kill.test.ts');
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

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
    // Faults kill processes and fill disks; they take longer than a unit test. Hooks make workspaces.
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // By itself vitest leaves one core idle.
    maxWorkers: '100%',
    // Loading the modules anew for each file took a fifth of the processor time. No test may leave the
    // state of a module changed.
    isolate: false,
    unstubGlobals: true,
    sequence: { sequencer: KillsFirst },
    passWithNoTests: true,
  },
});
