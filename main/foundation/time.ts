/** A day in milliseconds; retention counts such days, not those of a calendar. */
export const DAY_MS = 86_400_000;

export const HOUR_MS = 3_600_000;
