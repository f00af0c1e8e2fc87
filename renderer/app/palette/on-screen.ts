import type { Command } from '../commands';
import { i18n } from '../i18n';
import { type Screen, useNavigation } from '../navigation';
import { keep } from '../place';

/** What a command has that goes to a screen, and opens something there. */
export function onScreen(
  screen: Screen,
  open?: () => unknown,
): Pick<Command, 'detail' | 'run'> & { detail: string } {
  return {
    detail: i18n.t(`nav.${screen}`),
    run: () => {
      useNavigation.getState().goTo(screen);
      return open?.();
    },
  };
}

/** Opens what is a part of the place (`useKept`). */
export const opening =
  (part: string, value: unknown = true) =>
  (): void =>
    keep(part, value);
