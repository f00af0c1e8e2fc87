import { createScreenStore } from '../app/screen-store';

/** Of which experience a kiosk is being started. It is no part of the place: what starts, leads away. */
export const useKioskStart = createScreenStore<{ experienceId: string | null }>(() => ({
  experienceId: null,
}));

export function beginKiosk(experienceId: string | null): void {
  useKioskStart.setState({ experienceId });
}
