import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Navigation.module.css';
import { type Screen, useNavigation } from './navigation';
import { SCREEN_ICONS } from './screen-icons';
import { shortcut } from './shortcut';
import { ToDoBadge } from './ToDoBadge';
import { TO_DOS } from './to-dos';
import { useScreens } from './use-screens';

/** Keys from 1 on: the screens after them have no shortcut. */
const DIGITS = 9;

interface Props {
  screen: Screen;
  /** Its place among all screens, from 1 on. */
  digit: number;
  isNarrow: boolean;
}

export function NavigationItem({ screen, digit, isNarrow }: Props) {
  const { t } = useTranslation('app');
  const goTo = useNavigation((state) => state.goTo);
  const { current } = useScreens();
  const source = TO_DOS.find((each) => each.screen === screen);
  const Icon = SCREEN_ICONS[screen];
  const name = t(`nav.${screen}`);
  const keys = digit <= DIGITS ? shortcut(String(digit)) : '';
  return (
    <Tooltip
      label={isNarrow ? `${name}  ${keys}` : keys}
      disabled={!isNarrow && keys === ''}
      position="right"
    >
      <UnstyledButton
        className={classes.item}
        aria-current={screen === current ? 'page' : undefined}
        onClick={() => goTo(screen)}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        {isNarrow ? (
          <VisuallyHidden>{name}</VisuallyHidden>
        ) : (
          <span className={classes.itemName}>{name}</span>
        )}
        {source && <ToDoBadge source={source} isNarrow={isNarrow} />}
      </UnstyledButton>
    </Tooltip>
  );
}
