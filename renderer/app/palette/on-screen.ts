import type { Command } from '../commands';
import { i18n } from '../i18n';
import type { Screen } from '../navigation';
import { keep } from '../place';
import { showScreen } from '../show-screen';

/** What a command has that goes to a screen, and opens something there. */
export function onScreen(
  screen: Screen,
  open?: () => unknown,
): Pick<Command, 'detail' | 'run'> & { detail: string } {
  return {
    detail: i18n.t(`nav.${screen}`),
    run: () => {
      showScreen(screen);
      return open?.();
    },
  };
}

/** Opens what is a part of the place (`useKept`). */
export const opening =
  (part: string, value: unknown = true) =>
  (): void =>
    keep(part, value);
