export const DAY_MS = 86_400_000;

/** A Wednesday. */
export const NOW_MS = Date.parse('2026-07-15T10:00:00Z');
