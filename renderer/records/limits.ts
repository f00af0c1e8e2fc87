/** As RecordDetails of the contract has them. */
export const MAX_LINE = 500;
export const MAX_TEXT = 2_000;
export const MAX_PARTIES = 30;
