import { useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect } from 'react';
import { z } from 'zod';
import { recall, remember } from './memory';
import { createScreenStore } from './screen-store';

const Width = z.enum(['wide', 'narrow']);
type Width = z.infer<typeof Width>;

interface State {
  /** Null: as the window has room. */
  chosen: Width | null;
  /** What is shown needs the room, as a drawing with columns beside it does. */
  isRoomNeeded: boolean;
}

const useNavigationWidth = createScreenStore<State>(() => ({ chosen: null, isRoomNeeded: false }));

export async function recallNavigationWidth(): Promise<void> {
  useNavigationWidth.setState({ chosen: await recall('navigation', Width).catch(() => null) });
}

export function chooseNavigationWidth(chosen: Width): void {
  useNavigationWidth.setState({ chosen });
  void remember('navigation', chosen).catch(() => undefined);
}

/** Leaves the room to what is shown, for as long as that is there. */
export function useNeedsRoom(): void {
  useLayoutEffect(() => {
    useNavigationWidth.setState({ isRoomNeeded: true });
    return () => useNavigationWidth.setState({ isRoomNeeded: false });
  }, []);
}

/** Whether the navigation shows icons only: as the user chose, else where there is little room. */
export function useIsNavigationNarrow(): boolean {
  const { chosen, isRoomNeeded } = useNavigationWidth();
  const small = isRoomNeeded ? '(max-width: 1600px)' : '(max-width: 1100px)';
  const isSmall = useMediaQuery(small, false, { getInitialValueInEffect: false });
  return chosen === null ? isSmall : chosen === 'narrow';
}
