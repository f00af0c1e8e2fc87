import { Avatar, Menu, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openSetting } from '../settings/setting-sections';
import { PreferenceItems } from '../ui/PreferenceItems';
import { useAppStore } from './app-store';
import classes from './Navigation.module.css';

/** The signed-in user, with what is a matter of their own. */
export function SignedInMenu({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation(['app', 'users']);
  const status = useAppStore((state) => state.status);
  if (status?.state !== 'unlocked') return null;
  const { name, role } = status.user;
  const roleName = t(`users:roles.${role}`);

  return (
    <Menu position="right-end" width={240}>
      <Tooltip label={`${name}, ${roleName}`} position="right" disabled={!isNarrow}>
        <Menu.Target>
          <UnstyledButton className={classes.user}>
            <Avatar size={26} radius="xl" name={name} color="petrol" aria-hidden />
            {isNarrow ? (
              <VisuallyHidden>{`${name}, ${roleName}`}</VisuallyHidden>
            ) : (
              <span className={classes.userTexts}>
                <span className={classes.userName} title={name}>
                  {name}
                </span>
                <span className={classes.userRole}>{roleName}</span>
              </span>
            )}
          </UnstyledButton>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<KeyRound size={15} aria-hidden />}
          onClick={() => openSetting('mine')}
        >
          {t('users:mine.title')}
        </Menu.Item>
        <Menu.Divider />
        <PreferenceItems name="language" />
        <Menu.Divider />
        <PreferenceItems name="colorScheme" />
      </Menu.Dropdown>
    </Menu>
  );
}
