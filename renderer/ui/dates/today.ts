import dayjs from 'dayjs';

/** As `2026-12-04`, by the computer's time zone. */
export const today = (): string => dayjs().format('YYYY-MM-DD');
