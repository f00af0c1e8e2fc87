import { useMediaQuery } from '@mantine/hooks';
import { z } from 'zod';
import { recall, remember } from './memory';
import { createScreenStore } from './screen-store';

const Width = z.enum(['wide', 'narrow']);
type Width = z.infer<typeof Width>;

/** Null: as the window has room. */
const useNavigationWidth = createScreenStore<{ chosen: Width | null }>(() => ({ chosen: null }));

export async function recallNavigationWidth(): Promise<void> {
  useNavigationWidth.setState({ chosen: await recall('navigation', Width).catch(() => null) });
}

export function chooseNavigationWidth(chosen: Width): void {
  useNavigationWidth.setState({ chosen });
  void remember('navigation', chosen).catch(() => undefined);
}

/** Whether the navigation shows icons only: as the user chose, else where the window is small. */
export function useIsNavigationNarrow(): boolean {
  const isSmall = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const chosen = useNavigationWidth((state) => state.chosen);
  return chosen === null ? isSmall : chosen === 'narrow';
}
