import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Mark } from '../ui/Mark';
import classes from './Navigation.module.css';
import { NavigationFoot } from './NavigationFoot';
import { NavigationItem } from './NavigationItem';
import { useIsNavigationNarrow } from './navigation-width';
import { SearchButton } from './SearchButton';
import { useScreens } from './use-screens';

/** Screens in groups that follow the work; above them the way to everything, below them who is there. */
export function Navigation({ workspaceName }: { workspaceName: string }) {
  const { t } = useTranslation('app');
  const { groups, screens } = useScreens();
  const isNarrow = useIsNavigationNarrow();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav} data-narrow={isNarrow || undefined}>
      <Tooltip label={workspaceName} position="right" disabled={!isNarrow}>
        <div className={classes.workspace}>
          <Mark size={24} />
          {isNarrow ? (
            <VisuallyHidden>{workspaceName}</VisuallyHidden>
          ) : (
            <span className={classes.workspaceName} title={workspaceName}>
              {workspaceName}
            </span>
          )}
        </div>
      </Tooltip>
      <SearchButton isNarrow={isNarrow} />
      <div className={classes.groups}>
        {groups.map(({ group, screens: ofGroup }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
          <div key={group} role="group" aria-label={t(`groups.${group}`)} className={classes.group}>
            <div className={classes.groupLabel} aria-hidden>
              {!isNarrow && t(`groups.${group}`)}
            </div>
            {ofGroup.map((screen) => (
              <NavigationItem
                key={screen}
                screen={screen}
                digit={screens.indexOf(screen) + 1}
                isNarrow={isNarrow}
              />
            ))}
          </div>
        ))}
      </div>
      <NavigationFoot isNarrow={isNarrow} />
    </nav>
  );
}
