import { Tooltip, UnstyledButton } from '@mantine/core';
import { Database, type LucideIcon, Settings2, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Navigation.module.css';
import { SCREENS, type Screen, useNavigation } from './navigation';
import { shortcut } from './shortcut';

const ICONS: Record<Screen, LucideIcon> = {
  experiences: Workflow,
  data: Database,
  settings: Settings2,
};

export function Navigation() {
  const { t } = useTranslation('app');
  const { screen: current, goTo } = useNavigation();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      {SCREENS.map((screen, index) => {
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
