import { Badge, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  CalendarClock,
  ChartColumn,
  Database,
  FileLock2,
  FileText,
  type LucideIcon,
  MonitorPlay,
  Scale,
  ScrollText,
  Settings2,
  TicketPercent,
  Trophy,
  UserSearch,
  Users,
  Workflow,
} from 'lucide-react';

import { useTranslation } from 'react-i18next';
import { useExportReminder, useToDoCount } from '../exports/use-to-do';
import { useReviewReminder } from '../records/use-review-reminder';
import classes from './Navigation.module.css';
import { type Screen, useNavigation } from './navigation';
import { shortcut } from './shortcut';
import { useScreens } from './use-screens';

const ICONS: Record<Screen, LucideIcon> = {
  experiences: Workflow,
  data: Database,
  dashboard: ChartColumn,
  draws: Trophy,
  requests: UserSearch,
  exports: FileLock2,
  codes: TicketPercent,
  kiosk: MonitorPlay,
  retention: CalendarClock,
  users: Users,
  legal: Scale,
  records: FileText,
  audit: ScrollText,
  settings: Settings2,
};

/** Keys from 1 on: the screens after them have no shortcut. */
const DIGITS = 9;

export function Navigation() {
  const { t } = useTranslation('app');
  const goTo = useNavigation((state) => state.goTo);
  const { screens, current } = useScreens();
  useExportReminder();
  useReviewReminder();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      {screens.map((screen, index) => {
        const Icon = ICONS[screen];
        return (
          <Tooltip
            key={screen}
            label={shortcut(String(index + 1))}
            disabled={index >= DIGITS}
            position="right"
          >
            <UnstyledButton
              className={classes.item}
              aria-current={screen === current ? 'page' : undefined}
              onClick={() => goTo(screen)}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              <span>{t(`nav.${screen}`)}</span>
              {screen === 'exports' && <ToDoBadge />}
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </nav>
  );
}

/** How many exports wait for this user. */
function ToDoBadge() {
  const { t } = useTranslation('export');
  const count = useToDoCount();
  if (count === 0) return null;
  return (
    <Badge size="sm" color="red" variant="filled" circle={count < 10} ml="auto">
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{t('register.toDo', { count })}</VisuallyHidden>
    </Badge>
  );
}
