import { CircleHelp, icons, type LucideIcon } from 'lucide-react';
import type { ModuleGroup } from '../../../preload/contract';
import classes from './ModuleIcon.module.css';

const byName = new Map<string, LucideIcon>(Object.entries(icons));

/** `circle-help` is exported as `CircleHelp`. */
function iconOf(name: string): LucideIcon {
  const pascal = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return byName.get(pascal) ?? CircleHelp;
}

interface Props {
  icon: string;
  group: ModuleGroup | 'unknown';
  size?: 'sm' | 'md';
}

/** A tile in the colour of the module's group. */
export function ModuleIcon({ icon, group, size = 'md' }: Props) {
  const Icon = iconOf(icon);
  return (
    <span className={classes.tile} data-group={group} data-size={size} aria-hidden>
      <Icon size={size === 'md' ? 20 : 16} strokeWidth={1.9} />
    </span>
  );
}
