import { Tooltip, UnstyledButton } from '@mantine/core';
import {
  CalendarClock,
  Database,
  type LucideIcon,
  ScrollText,
  Settings2,
  Trophy,
  Users,
  Workflow,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Navigation.module.css';
import { type Screen, useNavigation } from './navigation';
import { shortcut } from './shortcut';
import { useScreens } from './use-screens';

const ICONS: Record<Screen, LucideIcon> = {
  experiences: Workflow,
  data: Database,
  draws: Trophy,
  retention: CalendarClock,
  users: Users,
  audit: ScrollText,
  settings: Settings2,
};

export function Navigation() {
  const { t } = useTranslation('app');
  const goTo = useNavigation((state) => state.goTo);
  const { screens, current } = useScreens();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      {screens.map((screen, index) => {
        const Icon = ICONS[screen];
        return (
          <Tooltip key={screen} label={shortcut(String(index + 1))} position="right">
            <UnstyledButton
              className={classes.item}
              aria-current={screen === current ? 'page' : undefined}
              onClick={() => goTo(screen)}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              <span>{t(`nav.${screen}`)}</span>
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </nav>
  );
}
