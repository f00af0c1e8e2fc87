import { onTestFinished, vi } from 'vitest';

/** From now on remembers the buffers that are made; answers with those that hold the text. */
export function watchBuffers(): (text: string) => Buffer[] {
  const made = vi.spyOn(Buffer, 'from');
  onTestFinished(() => made.mockRestore());
  return (text) =>
    made.mock.results
      .map(({ value }) => value as Buffer)
      .filter((buffer) => buffer.toString('latin1') === text);
}
