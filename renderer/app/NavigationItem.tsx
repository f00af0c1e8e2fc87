import { Badge, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToDoCount } from '../exports/use-to-do';
import { useDueCount } from '../privacy/use-due';
import classes from './Navigation.module.css';
import { type Screen, useNavigation } from './navigation';
import { SCREEN_ICONS } from './screen-icons';
import { shortcut } from './shortcut';
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
        {screen === 'exports' && <ExportsBadge isNarrow={isNarrow} />}
        {screen === 'requests' && <RequestsBadge isNarrow={isNarrow} />}
      </UnstyledButton>
    </Tooltip>
  );
}

interface BadgeProps {
  isNarrow: boolean;
}

/** How many exports wait for this user. */
function ExportsBadge({ isNarrow }: BadgeProps) {
  const { t } = useTranslation('export');
  const count = useToDoCount();
  return <CountBadge count={count} words={t('register.toDo', { count })} isNarrow={isNarrow} />;
}

/** How many requests of people are due soon or over. */
function RequestsBadge({ isNarrow }: BadgeProps) {
  const { t } = useTranslation('privacy');
  const count = useDueCount();
  return <CountBadge count={count} words={t('requests.dueSoon', { count })} isNarrow={isNarrow} />;
}

function CountBadge({ count, words, isNarrow }: BadgeProps & { count: number; words: string }) {
  if (count === 0) return null;
  return (
    <Badge
      size="sm"
      color="red"
      variant="filled"
      circle={count < 10}
      className={isNarrow ? classes.cornerBadge : classes.badge}
    >
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </Badge>
  );
}
