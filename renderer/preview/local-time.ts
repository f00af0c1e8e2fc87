/** An instant as inputs have it (`2026-12-04T18:30`), on the clock of this computer. */
export function localTimeOf(ms: number): string {
  const offsetMs = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offsetMs).toISOString().slice(0, 16);
}
