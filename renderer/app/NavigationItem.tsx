import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showError } from './errors';
import classes from './Navigation.module.css';
import { type Screen, useNavigation } from './navigation';
import { SCREEN_ICONS } from './screen-icons';
import { shortcut } from './shortcut';
import { ToDoBadge } from './ToDoBadge';
import { TO_DOS } from './to-dos';
import { useScreens } from './use-screens';

/** Keys from 1 on: the screens after them have no shortcut. */
const DIGITS = 9;

/** Where a screen leads from within it: out of a flow, to all of them. */
const TOPS: Partial<Record<Screen, () => void>> = {
  experiences: () =>
    void import('../flow/library-actions').then(({ openLibrary }) => openLibrary(), showError),
};

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
  const isCurrent = screen === current;
  const open = () => (isCurrent ? TOPS[screen]?.() : goTo(screen));
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
        aria-current={isCurrent ? 'page' : undefined}
        onClick={open}
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
