import { Group } from '@mantine/core';
import { Hourglass, LockKeyhole, type LucideIcon, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColorSchemeMenu } from '../ui/ColorSchemeMenu';
import { Mark } from '../ui/Mark';
import { PreferenceSwitch } from '../ui/PreferenceSwitch';
import classes from './EntranceLayout.module.css';

const PROMISES: { id: 'encrypted' | 'offline' | 'forgets'; icon: LucideIcon }[] = [
  { id: 'encrypted', icon: LockKeyhole },
  { id: 'offline', icon: Unplug },
  { id: 'forgets', icon: Hourglass },
];

/** The frame of every page outside an unlocked workspace. */
export function EntranceLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('workspace');
  return (
    <div className={classes.layout}>
      <aside className={classes.aside}>
        <div className={classes.brand}>
          <Mark size={32} />
          <span>{t('name', { ns: 'app' })}</span>
        </div>
        <div>
          <p className={classes.claim}>{t('entrance.claim')}</p>
          <ul className={classes.promises}>
            {PROMISES.map(({ id, icon: Icon }) => (
              <li key={id}>
                <Icon size={18} strokeWidth={1.75} aria-hidden />
                <span>{t(`entrance.${id}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      </aside>
      <div className={classes.page}>
        <Group component="header" justify="flex-end" gap={8} p="sm" wrap="nowrap">
          <PreferenceSwitch name="language" isShort />
          <ColorSchemeMenu />
        </Group>
        <main className={classes.main}>{children}</main>
      </div>
    </div>
  );
}
