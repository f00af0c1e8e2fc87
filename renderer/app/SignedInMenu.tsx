import { Avatar, Menu, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Language, Preferences } from '../../preload/contract';
import { openSetting } from '../settings/setting-sections';
import { useAppStore } from './app-store';
import { showError } from './errors';
import classes from './Navigation.module.css';

/** The signed-in user, with what is a matter of their own. */
export function SignedInMenu({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation(['app', 'users']);
  const status = useAppStore((state) => state.status);
  const { language, colorScheme } = useAppStore((state) => state.preferences);
  const setPreferences = useAppStore((state) => state.setPreferences);
  if (status?.state !== 'unlocked') return null;
  const { name, role } = status.user;
  const roleName = t(`users:roles.${role}`);
  const prefer = (change: Partial<Preferences>) => void setPreferences(change).catch(showError);

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
        <Menu.Label>{t('app:language.label')}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => prefer({ language: Language.parse(value) })}
        >
          {Language.options.map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {t(`app:language.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('app:colorScheme.label')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => prefer({ colorScheme: Preferences.shape.colorScheme.parse(value) })}
        >
          {Preferences.shape.colorScheme.options.map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {t(`app:colorScheme.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
